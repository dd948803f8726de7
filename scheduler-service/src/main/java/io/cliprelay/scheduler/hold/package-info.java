/** What keeps uploads from going out that would be due, and how they go out once it is over. */
package io.cliprelay.scheduler.hold;
