package io.cliprelay.cli.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.cliprelay.cli.terminal.Table;

/**
 * The numbers at a glance.
 *
 * @param summary as the gateway answers
 * @param days the figures by day, as the gateway answers
 */
public record Overview(JsonNode summary, JsonNode days) {

    private static final int WIDTH = 30;
    private static final int DAYS = 14;

    public static Overview of(JsonNode summary, JsonNode days) {
        return new Overview(summary, days);
    }

    /** Totals, platforms, the last days with any upload, and the most frequent reasons of failed attempts. */
    public List<String> lines() {
        return Stream.of(totals(), platforms(), lastDays(), reasons())
                .filter(part -> !part.isEmpty())
                .flatMap(part -> Stream.concat(part.stream(), Stream.of("")))
                .toList();
    }

    private List<String> totals() {
        return List.of("%d uploads: %d published, %d drafted, %d failed, %d cancelled"
                .formatted(
                        count(summary, "uploads"),
                        count(summary, "published"),
                        count(summary, "drafted"),
                        count(summary, "failed"),
                        count(summary, "cancelled")));
    }

    private List<String> platforms() {
        Table table =
                new Table("PLATFORM", "UPLOADS", "SUCCESS", "TIME p50", "TIME p99", "LIMITED", "VIEWS", "LAST SUCCESS");
        summary.path("platforms")
                .forEach(each -> table.row(
                        each.path("platform").asText(),
                        count(each, "uploads"),
                        percent(each.path("successRate")),
                        Lasted.of(each.at("/uploadTime/p50")),
                        Lasted.of(each.at("/uploadTime/p99")),
                        count(each, "rateLimitHits"),
                        each.at("/reception/views").asText(),
                        each.path("lastSuccess").asText()));
        return table.lines();
    }

    private static String percent(JsonNode rate) {
        return rate.isNumber() ? "%.1f %%".formatted(100 * rate.asDouble()) : "";
    }

    private List<String> lastDays() {
        List<JsonNode> all = new ArrayList<>();
        days.path("items").forEach(all::add);
        List<JsonNode> last = all.subList(Math.max(0, all.size() - DAYS), all.size());
        long most = last.stream().mapToLong(Overview::ended).max().orElse(0);
        Table table = new Table("DAY", "PUBLISHED", "FAILED", "");
        last.forEach(day -> table.row(
                day.path("since").asText().substring(0, 10),
                count(day, "published"),
                count(day, "failed"),
                Bar.of(count(day, "published"), most, WIDTH) + "░".repeat(failures(day, most))));
        return last.isEmpty() ? List.of() : table.lines();
    }

    private static int failures(JsonNode day, long most) {
        long failed = count(day, "failed");
        return failed == 0 ? 0 : (int) Math.max(1, failed * WIDTH / most);
    }

    private List<String> reasons() {
        Table table = new Table("FAILED ATTEMPTS", "REASON", "PLATFORM", "");
        List<JsonNode> reasons = StreamSupport.stream(summary.path("platforms").spliterator(), false)
                .flatMap(
                        platform -> StreamSupport.stream(platform.path("errors").spliterator(), false))
                .sorted((one, other) -> Long.compare(count(other, "hits"), count(one, "hits")))
                .limit(5)
                .toList();
        long most = reasons.stream()
                .mapToLong(reason -> count(reason, "hits"))
                .max()
                .orElse(0);
        reasons.forEach(reason -> table.row(
                count(reason, "hits"),
                reason.path("category").asText() + " " + reason.path("code").asText(),
                reason.path("platform").asText(),
                Bar.of(count(reason, "hits"), most, WIDTH)));
        return reasons.isEmpty() ? List.of() : table.lines();
    }

    private static long ended(JsonNode day) {
        return count(day, "published") + count(day, "failed");
    }

    private static long count(JsonNode of, String what) {
        return of.path(what).asLong();
    }
}
