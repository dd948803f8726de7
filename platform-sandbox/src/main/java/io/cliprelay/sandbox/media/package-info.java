/** Media on their way in, at the pace and with the faults that are wanted, and kept to be looked at. */
package io.cliprelay.sandbox.media;
