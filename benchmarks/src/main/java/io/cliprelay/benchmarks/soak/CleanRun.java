package io.cliprelay.benchmarks.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.benchmarks.MeasuredStack;
import io.cliprelay.benchmarks.soak.SandboxDesk.Vocabulary;
import io.cliprelay.cli.api.GatewayClient;
import io.cliprelay.contracts.clip.Privacy;

/** Finds out which calls an upload makes, and which of them fault rules can tell by its title. */
final class CleanRun {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ALL_CALLS = 1000;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** For so many calls of each operation. */
    private static final int OFTEN = 1000;

    private final MeasuredStack stack;
    private final SandboxDesk sandbox;

    CleanRun(MeasuredStack stack, SandboxDesk sandbox) {
        this.stack = stack;
        this.sandbox = sandbox;
    }

    /** Publishes one clip on the platform, undisturbed, and looks at the calls. */
    FaultPlan plan(String platform, Vocabulary words) throws IOException {
        Set<String> markers = new HashSet<>();
        words.operations().keySet().forEach(operation -> markers.add(sandbox.addFault(marker(platform, operation))));
        publish(platform);
        Map<String, Integer> seen = new HashMap<>();
        List<FaultPoint> points = new ArrayList<>();
        sandbox.calls(ALL_CALLS)
                .filter(call -> markers.contains(call.path("fault").asText()))
                .map(call -> call.path("operation").asText())
                .forEach(operation -> points.add(new FaultPoint(operation, seen.merge(operation, 1, Integer::sum))));
        if (points.isEmpty()) {
            throw new IllegalStateException("No call of an upload to " + platform + " can be told by its title");
        }
        return new FaultPlan(platform, words, points);
    }

    private void publish(String platform) throws IOException {
        Path video = stack.video("clean-" + platform + ".mp4", 10_000);
        GatewayClient gateway = stack.gateway();
        UUID clip = gateway.submit(
                        MeasuredStack.clip(video, title(platform), Optional.empty(), platform, Privacy.PUBLIC),
                        title(platform))
                .id();
        MeasuredStack.waitFor(
                "a first post on " + platform, LIMIT, () -> gateway.clip(clip).isPublished());
    }

    /** A rule that changes next to nothing, and marks the calls that it hits. */
    private static ObjectNode marker(String platform, String operation) {
        ObjectNode rule = JSON.createObjectNode()
                .put("platform", platform)
                .put("operation", operation)
                .put("title", title(platform))
                .put("times", OFTEN);
        rule.putObject("action").put("type", "delay").put("millis", 1);
        return rule;
    }

    private static String title(String platform) {
        return "clean run on " + platform;
    }
}
