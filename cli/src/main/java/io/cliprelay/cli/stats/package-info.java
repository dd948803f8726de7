/** Numbers as tables and small charts. */
package io.cliprelay.cli.stats;
