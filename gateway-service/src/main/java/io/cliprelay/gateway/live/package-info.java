/** Shows a clip's uploads as they move. */
package io.cliprelay.gateway.live;
