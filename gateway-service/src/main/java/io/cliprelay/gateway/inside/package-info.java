/** How the gateway makes itself known to the services behind it. */
package io.cliprelay.gateway.inside;
