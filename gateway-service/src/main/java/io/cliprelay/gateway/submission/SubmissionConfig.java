package io.cliprelay.gateway.submission;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** What holds for submissions that do not say. */
@ConfigMapping(prefix = "cliprelay.submission")
public interface SubmissionConfig {

    /** From one target to the next, where a submission staggers them without a gap. */
    @WithDefault("10m")
    @DurationMin(seconds = 1, message = "cliprelay.submission.stagger-gap must be at least 1s")
    Duration staggerGap();

    /** How many clips one batch may have. */
    @WithDefault("1000")
    @Min(value = 1, message = "cliprelay.submission.batch-rows must be at least 1")
    int batchRows();
}
