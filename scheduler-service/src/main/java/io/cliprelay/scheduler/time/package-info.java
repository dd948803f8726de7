/** What the clock on a wall means, when the rules of its zone change. */
package io.cliprelay.scheduler.time;
