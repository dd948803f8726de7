package io.cliprelay.gateway.submission;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;

/** Counts what submissions were answered. */
@ApplicationScoped
class AnswerCounts {

    private static final String CLIP = "cliprelay.clip";

    private final MeterRegistry meters;

    AnswerCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Answer answer) {
        switch (answer) {
            case Answer.Accepted accepted -> {
                // So that its trace is found by its id.
                Span.current().setAttribute(CLIP, accepted.clip().id().toString());
                meters.counter(accepted.repeated() ? "cliprelay.clips.repeated" : "cliprelay.clips.accepted")
                        .increment();
            }
            case Answer.Rejected rejected ->
                meters.counter(
                                "cliprelay.clips.rejected",
                                "code",
                                rejected.problem().code())
                        .increment();
            case Answer.InFlight inFlight ->
                meters.counter("cliprelay.clips.in.flight").increment();
        }
    }
}
