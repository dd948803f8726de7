/** Recurring times of accounts, such as every Tuesday and Thursday at 18:00 in Berlin, and which of them is free. */
package io.cliprelay.scheduler.slot;
