package io.cliprelay.system;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.kit.testing.TopicWriter;

/** Clips and events that go wrong in every way that a dashboard has a panel for, as far as the sandbox can bring it about. */
record FaultyDemo(RunningSystem system, Path video) {

    private static final Set<String> STILL_EMPTY =
            Set.of("Engine / Overdue", "Engine / Webhooks", "Platforms / Budget refused");

    /** Whether a panel stays empty all the same: nothing here is overdue, tells a webhook or uses up a budget. */
    static boolean leavesEmpty(String panel) {
        return STILL_EMPTY.contains(panel);
    }

    /** Returns when all of it is under way. */
    void begin() {
        // Longer than a worker tries by itself, so that the scheduler has to.
        fault("session-start", "Troubled", 4, Map.of("type", "status", "status", 503));
        fault("upload-chunk", "Refused", 1, Map.of("type", "rejection", "reason", "duplicate"));
        fault("upload-chunk", "Slow", 1, Map.of("type", "delay", "millis", 40_000));
        for (String title : new String[] {"Troubled", "Refused", "Slow"}) {
            system.submit(video, title, Optional.empty());
        }
        try (TopicWriter writer = TopicWriter.open(system.stack().ports().kafkaBootstrapServers())) {
            writer.send(Topics.CLIP_INTAKE, "poison", headers(EventTypes.nameOf(ClipSubmission.class)), "{ no JSON");
            writer.send(Topics.UPLOAD_EVENTS, "future", headers("io.cliprelay.upload.praised.v1"), "{}");
        }
    }

    private void fault(String operation, String title, int times, Map<String, Object> action) {
        system.sandbox()
                .fault(Map.of(
                        "platform", "youtube",
                        "operation", operation,
                        "title", title,
                        "times", times,
                        "action", action));
    }

    private static Map<String, String> headers(String type) {
        return Map.of(
                "ce_id", type,
                "ce_source", "/studio",
                "ce_type", type,
                "ce_specversion", "1.0",
                "ce_subject", "none",
                "ce_tenant", "default",
                "ce_time", "2026-12-01T18:00:00Z");
    }
}
