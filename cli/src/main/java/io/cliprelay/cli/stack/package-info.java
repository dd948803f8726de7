/** The local stack's processes: found, started, watched and stopped; the same code for people and for tests. */
package io.cliprelay.cli.stack;
