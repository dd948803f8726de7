/** What goes to the screen: tables, and lines that are redrawn in place. */
package io.cliprelay.cli.terminal;
