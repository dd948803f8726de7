/** What would become of a clip that is not handed in yet: values and plain functions. */
package io.cliprelay.gateway.submission.preview;
