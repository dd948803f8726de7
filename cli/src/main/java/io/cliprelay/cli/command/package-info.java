/** One class a command. */
package io.cliprelay.cli.command;
