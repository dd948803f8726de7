package io.cliprelay.scheduler.retry;

import java.time.Instant;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.scheduler.job.Job;

/**
 * What was decided about a job whose attempt failed.
 *
 * @param at when, by the clock that decides what is due
 */
record Verdict(Job job, UploadFailure failure, RetryDecision decision, Instant at) {}
