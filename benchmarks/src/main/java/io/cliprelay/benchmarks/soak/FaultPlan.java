package io.cliprelay.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.benchmarks.soak.SandboxDesk.Vocabulary;

/**
 * Draws what goes wrong with an upload: one of the calls that a clean one makes, and one of the faults that such a call
 * can meet; for every fourth upload a second fault, at any call of the platform, the questions after a crash included.
 */
final class FaultPlan {

    /** Actions that no further try overcomes. */
    static final Set<String> FOR_GOOD = Set.of("processing-failure", "rejection");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SECOND_FAULT_ONE_IN = 4;
    private static final String REVOKE = "revoke-access-token";
    private static final String TOO_MANY = "status-429";

    private final String platform;
    private final Vocabulary words;
    private final List<FaultPoint> points;
    private final Allowance allowance;

    FaultPlan(String platform, Vocabulary words, List<FaultPoint> points, Allowance allowance) {
        this.platform = platform;
        this.words = words.without(allowance.ofTheAccount());
        this.points = points.stream()
                .filter(point -> this.words.operations().containsKey(point.operation()))
                .toList();
        this.allowance = allowance;
    }

    String platform() {
        return platform;
    }

    /** Bytes that a clip has at least. */
    int smallest() {
        return allowance.smallest();
    }

    List<FaultPoint> points() {
        return points;
    }

    /** The rules for the upload whose title holds {@code token}. */
    List<ObjectNode> draw(String token, Random random) {
        List<ObjectNode> rules = new ArrayList<>();
        rules.add(rule(token, points.get(random.nextInt(points.size())), random));
        if (random.nextInt(SECOND_FAULT_ONE_IN) == 0) {
            List<String> all = List.copyOf(new TreeSet<>(words.operations().keySet()));
            rules.add(rule(token, new FaultPoint(all.get(random.nextInt(all.size())), 1, true), random));
        }
        return rules;
    }

    private ObjectNode rule(String token, FaultPoint point, Random random) {
        ObjectNode rule = JSON.createObjectNode();
        rule.put("platform", platform);
        rule.put("operation", point.operation());
        if (point.titled()) {
            rule.put("title", token);
            rule.put("nth", point.nth());
        }
        rule.set("action", action(words.operations().get(point.operation()), random));
        return rule;
    }

    private ObjectNode action(Set<String> traits, Random random) {
        List<ObjectNode> fitting = new ArrayList<>(anywhere(random));
        if (!allowance.ofTheAccount().contains(TOO_MANY)) {
            fitting.add(tooMany());
        }
        if (traits.contains("MEDIA")) {
            fitting.add(action("cut-before-effect").put("afterBytes", random.nextInt(allowance.smallest())));
            fitting.add(action("store-less").put("bytes", random.nextInt(allowance.smallest())));
        }
        if (traits.contains("SESSION")) {
            fitting.add(action("forget-session"));
        }
        if (traits.contains("BEARER") && !allowance.ofTheAccount().contains(REVOKE)) {
            fitting.add(action(REVOKE));
        }
        if (traits.contains("CREATES_POST")) {
            any(words.failureReasons(), random)
                    .ifPresent(
                            reason -> fitting.add(action("processing-failure").put("reason", reason)));
            any(words.rejectionReasons(), random)
                    .ifPresent(reason -> fitting.add(action("rejection").put("reason", reason)));
        }
        return fitting.get(random.nextInt(fitting.size()));
    }

    /** Twice what is the most dangerous: the answer lost after the effect. */
    private static List<ObjectNode> anywhere(Random random) {
        return List.of(
                action("cut-after-effect"),
                action("cut-after-effect"),
                action("cut-before-effect"),
                action("status").put("status", 500),
                action("status").put("status", 503),
                action("delay").put("millis", 1 + random.nextInt(3000)));
    }

    private static ObjectNode tooMany() {
        ObjectNode tooMany = action("status").put("status", 429);
        tooMany.putObject("headers").put("Retry-After", "1");
        return tooMany;
    }

    private static ObjectNode action(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    /** Empty where the platform gives none. */
    private static Optional<String> any(Set<String> reasons, Random random) {
        List<String> sorted = List.copyOf(new TreeSet<>(reasons));
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(random.nextInt(sorted.size())));
    }
}
