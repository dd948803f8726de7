/** What people want otherwise after they handed a clip in: cancelled, moved, edited, paused, tried again. */
package io.cliprelay.scheduler.change;
