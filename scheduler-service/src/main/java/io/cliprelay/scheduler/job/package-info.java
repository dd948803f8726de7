/** What a job is, where it is kept, and how it comes to be. */
package io.cliprelay.scheduler.job;
