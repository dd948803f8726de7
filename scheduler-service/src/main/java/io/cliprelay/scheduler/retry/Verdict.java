package io.cliprelay.scheduler.retry;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.scheduler.job.Job;

/** What was decided about a job whose attempt failed. */
record Verdict(Job job, UploadFailure failure, RetryDecision decision) {}
