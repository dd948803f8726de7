/** Secrets in files, which are exchanged while the service runs. */
package io.cliprelay.kit.secret;
