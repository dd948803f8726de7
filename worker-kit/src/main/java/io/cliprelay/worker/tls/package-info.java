/** Encryption on the way to platforms. */
package io.cliprelay.worker.tls;
