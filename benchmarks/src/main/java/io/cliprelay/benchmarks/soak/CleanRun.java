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

import com.fasterxml.jackson.databind.JsonNode;
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
    FaultPlan plan(String platform, Vocabulary words, Allowance allowance) throws IOException {
        Set<String> markers = new HashSet<>();
        words.operations().keySet().forEach(operation -> markers.add(sandbox.addFault(marker(platform, operation))));
        publish(platform, allowance.smallest());
        Map<String, Integer> seen = new HashMap<>();
        List<FaultPoint> points = new ArrayList<>();
        sandbox.calls(ALL_CALLS)
                .filter(call -> call.path("platform").asText().equals(platform))
                .forEach(call -> {
                    String operation = call.path("operation").asText();
                    boolean titled = markers.contains(call.path("fault").asText());
                    points.add(new FaultPoint(operation, seen.merge(operation + titled, 1, Integer::sum), titled));
                });
        return new FaultPlan(platform, words, points, allowance);
    }

    private void publish(String platform, int bytes) throws IOException {
        Path video = stack.video("clean-" + platform + ".mp4", bytes);
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

    /** Whether the rule is one of those that only mark. */
    static boolean marks(JsonNode rule) {
        return rule.path("times").asInt() == OFTEN;
    }

    private static String title(String platform) {
        return "clean run on " + platform;
    }
}
