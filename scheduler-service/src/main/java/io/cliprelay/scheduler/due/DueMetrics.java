package io.cliprelay.scheduler.due;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import io.cliprelay.scheduler.job.Job;

/** How many attempts were ordered, and how late. */
@ApplicationScoped
class DueMetrics {

    private final MeterRegistry meters;

    DueMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void dispatched(Job job) {
        String platform = job.upload().platform();
        meters.counter("cliprelay.scheduler.dispatched", "platform", platform).increment();
        Timer.builder("cliprelay.scheduler.lateness")
                .description("From the instant a job was due to the commit that queued it")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(1))
                .tag("platform", platform)
                .register(meters)
                .record(Duration.between(job.dueAt(), job.updatedAt()));
    }
}
