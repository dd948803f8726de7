package io.cliprelay.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.cliprelay.cli.stack.StackOptions;
import io.cliprelay.cli.stack.StackPart;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.system.SpanCollector.Collected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One clip, one trace, over every service, outbox, job row and topic. */
class TraceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aClipHasOneConnectedTraceFromThePostToThePlatformsLastCall() throws IOException {
        try (SpanCollector collector = SpanCollector.start();
                RunningSystem system = RunningSystem.start(options -> exportingTo(collector, options))) {
            Path video = SampleVideo.write(system.folder().resolve("traced.mp4"), 1);
            // Scheduled, so that the context has to wait in the job row.
            UUID clip = system.submit(video, "Traced", Optional.of(Instant.now().plusSeconds(10)));
            system.awaitState(clip, UploadState.PUBLISHED, PATIENCE);

            await().atMost(PATIENCE).untilAsserted(() -> assertConnected(collector.spans()));
            assertThat(collector.spans())
                    .as("the dashboard of one clip finds its trace by its id")
                    .anyMatch(span -> span.name().equals("POST /v1/clips")
                            && span.attributes().contains("cliprelay.clip")
                            && span.attributes().contains(clip.toString()));
            assertThat(collector.spans())
                    .as("who has a session's id may write to it")
                    .noneMatch(span -> span.attributes().contains("upload_id"));
        }
    }

    private static void assertConnected(List<Collected> all) {
        Collected root = all.stream()
                .filter(span -> span.service().equals("gateway") && span.name().equals("POST /v1/clips"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no span of the POST among " + all));
        List<Collected> trace = all.stream()
                .filter(span -> span.traceId().equals(root.traceId()))
                .toList();
        Set<String> ids = trace.stream().map(Collected::spanId).collect(Collectors.toSet());

        assertThat(trace.stream().map(Collected::service).collect(Collectors.toSet()))
                .contains("gateway", "scheduler", "youtube-worker", "analytics");
        assertThat(trace)
                .as("the call that asks whether the video is live")
                .anyMatch(span ->
                        span.service().equals("youtube-worker") && span.name().contains("/youtube/v3/videos"));
        assertThat(trace).as("each span hangs on another, but the POST").allSatisfy(span -> assertThat(
                        span.equals(root) || ids.contains(span.parentId()))
                .as("%s has a parent in the trace", span)
                .isTrue());
    }

    private static StackOptions exportingTo(SpanCollector collector, StackOptions options) {
        Map<String, String> export = Map.of(
                "CLIPRELAY_OTLP_ENDPOINT",
                collector.endpoint().toString(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL",
                "http/protobuf");
        return Stream.of(StackPart.GATEWAY, StackPart.SCHEDULER, StackPart.ANALYTICS, RunningSystem.WORKER)
                .reduce(options, (changed, service) -> changed.withEnvironment(service, export), (a, b) -> b);
    }
}
