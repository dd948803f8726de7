/** One large file over TLS, by the packaged worker and by others. */
package io.cliprelay.benchmarks.upload;
