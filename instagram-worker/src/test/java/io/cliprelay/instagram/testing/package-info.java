/** Instagram's place is taken by the packaged sandbox; the rest is real. */
package io.cliprelay.instagram.testing;
