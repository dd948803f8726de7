/** The page that a platform's author reads: one interface, and the values it speaks in. */
package io.cliprelay.worker.spi;
