/** What happens when a job's time comes. */
package io.cliprelay.scheduler.due;
