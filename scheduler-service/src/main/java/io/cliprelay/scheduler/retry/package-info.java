/** What workers report of their attempts, and what follows from it. */
package io.cliprelay.scheduler.retry;
