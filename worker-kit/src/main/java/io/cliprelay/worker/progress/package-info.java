/** How far running uploads are, told while it matters. */
package io.cliprelay.worker.progress;
