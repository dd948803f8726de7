/** How far uploads are, as lines for people: redrawn in place on a terminal, one after the other elsewhere. */
package io.cliprelay.cli.progress;
