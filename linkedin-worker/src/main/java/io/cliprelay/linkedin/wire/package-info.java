/** What goes over the wire, in the words of LinkedIn. */
package io.cliprelay.linkedin.wire;
