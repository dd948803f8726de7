package io.cliprelay.scheduler.job;

/** Fired within the process, after the commit, when jobs may be due sooner than was known before. */
public record JobsPlanned() {}
