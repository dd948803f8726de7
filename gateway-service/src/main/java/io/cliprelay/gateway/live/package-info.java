/** Streams of events: what was noted, told in its order to whoever listens, and progress beside it. */
package io.cliprelay.gateway.live;
