/** What became of an upload, as its events tell. */
package io.cliprelay.gateway.status;
