/** Asks the scheduler, which alone knows what is not out yet. */
package io.cliprelay.gateway.schedule;
