/** What is over: how it is kept, and for how long. */
package io.cliprelay.scheduler.history;
