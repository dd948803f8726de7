/** How much each caller may ask for in which time. */
package io.cliprelay.gateway.rate;
