package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** How many attempts were ordered, and how late. Only to be touched by one thread at a time. */
@ApplicationScoped
class DueMetrics {

    private record Meters(Counter dispatched, Timer lateness) {}

    private final MeterRegistry registry;
    private final Map<String, Meters> ofPlatform = new HashMap<>();

    DueMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The commands of these jobs are in Kafka. */
    void dispatched(List<DueJob> jobs, Instant at) {
        for (DueJob job : jobs) {
            Meters meters = ofPlatform.computeIfAbsent(job.upload().platform(), this::register);
            meters.dispatched().increment();
            meters.lateness().record(Duration.between(job.dueAt(), at));
        }
    }

    private Meters register(String platform) {
        return new Meters(
                registry.counter("cliprelay.scheduler.dispatched", "platform", platform),
                Timer.builder("cliprelay.scheduler.lateness")
                        .description("From the instant a job was due until its command was in Kafka and that was noted")
                        .publishPercentileHistogram()
                        .minimumExpectedValue(Duration.ofMillis(1))
                        .maximumExpectedValue(Duration.ofMinutes(1))
                        .tag("platform", platform)
                        .register(registry));
    }
}
