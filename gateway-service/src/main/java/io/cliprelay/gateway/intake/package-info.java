/** How a clip is handed in by an event. */
package io.cliprelay.gateway.intake;
