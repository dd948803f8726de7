package io.cliprelay.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

import io.cliprelay.sandbox.traffic.Call;

/** The rules in force, oldest first; the first that matches a call hits it. Safe for all threads. */
@Singleton
public class FaultRules {

    private final List<ActiveRule> rules = new ArrayList<>();
    private long numbers;

    /** A rule in force as the admin API shows it; used up when {@code left} is 0. */
    public record Status(String id, JsonNode rule, int left, int hits) {}

    public synchronized Status add(FaultRule rule, JsonNode asGiven) {
        var active = new ActiveRule("f" + ++numbers, rule, asGiven);
        rules.add(active);
        return active.status();
    }

    /** The action for this call, if a rule hits it; the rule has then been used once. */
    public synchronized Optional<FaultAction> take(Call call, Optional<String> title) {
        for (ActiveRule active : rules) {
            if (!active.isUsedUp() && active.rule.matches(call, title) && active.hits()) {
                call.metFault(active.id);
                return Optional.of(active.rule.action());
            }
        }
        return Optional.empty();
    }

    public synchronized List<Status> all() {
        return rules.stream().map(ActiveRule::status).toList();
    }

    /** True if there was such a rule. */
    public synchronized boolean remove(String id) {
        return rules.removeIf(active -> active.id.equals(id));
    }

    public synchronized void clear() {
        rules.clear();
    }

    private static final class ActiveRule {
        private final String id;
        private final FaultRule rule;
        private final JsonNode asGiven;
        private int seen;
        private int hits;

        ActiveRule(String id, FaultRule rule, JsonNode asGiven) {
            this.id = id;
            this.rule = rule;
            this.asGiven = asGiven;
        }

        boolean isUsedUp() {
            return hits == rule.times();
        }

        boolean hits() {
            seen++;
            if (seen < rule.nth()) {
                return false;
            }
            hits++;
            return true;
        }

        Status status() {
            return new Status(id, asGiven, rule.times() - hits, hits);
        }
    }
}
