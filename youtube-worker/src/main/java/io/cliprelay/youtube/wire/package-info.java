/** What goes over the wire, as YouTube names it. */
package io.cliprelay.youtube.wire;
