/** Media as ranges, read while they are sent: constant memory, no copy, and a source that changes is noticed. */
package io.cliprelay.worker.media;
