/** Events that are written with the state they tell of, and published after the commit: at least once, in order. */
package io.cliprelay.kit.outbox;
