package io.cliprelay.scheduler.retry;

/**
 * What an upload has behind it, the attempt that failed just now not counted.
 *
 * @param spent attempts that used up one of the platform's tries
 * @param waits attempts that used up none: they ended at a limit, or a person found that they had not published
 * @param allowed how many tries the platform gives an upload
 */
record Tries(int spent, int waits, int allowed) {}
