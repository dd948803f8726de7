/** Looks at the files that a submission refers to. */
package io.cliprelay.gateway.media;
