package io.cliprelay.benchmarks.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.cliprelay.benchmarks.Arguments;
import io.cliprelay.benchmarks.Figures;
import io.cliprelay.benchmarks.Measure;
import io.cliprelay.benchmarks.MeasuredStack;
import io.cliprelay.benchmarks.Percentiles;
import io.cliprelay.cli.api.AnalyticsClient;
import io.cliprelay.cli.stack.StackPart;
import io.cliprelay.localstack.EmbeddedDatabase;

/** A million events counted and then read anew, and the summary of a year with ten million uploads. */
public final class Analytics implements Measure {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration REST = Duration.ofMillis(500);
    private static final int QUESTIONS = 500;

    @Override
    public String purpose() {
        return "events counted a second, a rebuild, the summary of a large year";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws Exception {
        int events = (int) arguments.number("events", 1_000_000);
        arguments.nothingElse();
        int uploads = events / EventFlood.EVENTS_AN_UPLOAD;
        try (MeasuredStack stack = MeasuredStack.prepare(options -> options.withWorkers(Set.of()))) {
            stack.start();
            URI analytics = stack.stack().url(StackPart.ANALYTICS);
            count(stack, analytics, uploads, figures);
            rebuild(analytics, events, figures);
            figures.never("analytics.miscounted", Math.abs(published(analytics) - uploads), "uploads");
            ask(stack, analytics, figures);
        }
    }

    /** While they are being told, so that neither side waits for the other's end. */
    private static void count(MeasuredStack stack, URI analytics, int uploads, Figures figures) {
        long start = System.nanoTime();
        new EventFlood(stack.stack().ports().kafkaBootstrapServers()).of(uploads);
        figures.print("analytics.told", uploads * 4L / seconds(start), "events/s");
        MeasuredStack.waitFor("all to be counted", LIMIT, () -> rested() && published(analytics) == uploads);
        figures.printAtLeast("analytics.counted", uploads * 4L / seconds(start), "events/s", 10_000);
    }

    private static void rebuild(URI analytics, int events, Figures figures) {
        AnalyticsClient client = new AnalyticsClient(analytics);
        long start = System.nanoTime();
        client.rebuild();
        MeasuredStack.waitFor(
                "the rebuild",
                LIMIT,
                () -> rested() && client.latest().endedAt().isPresent());
        client.latest().failure().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        figures.print("analytics.rebuild", seconds(start) * 1_000_000 / events, "s/million_events", 180);
    }

    private static void ask(MeasuredStack stack, URI analytics, Figures figures) throws SQLException {
        String address = "jdbc:postgresql://localhost:" + stack.stack().ports().database() + "/analytics";
        try (Connection database =
                DriverManager.getConnection(address, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD)) {
            LargeYear.in(database);
        }
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        URI question = analytics.resolve("/analytics/summary?tenant=%s&zone=Asia/Kolkata&from=%s&to=%s"
                .formatted(LargeYear.TENANT, today.minusDays(364), today));
        List<Double> millis = new ArrayList<>();
        for (int n = -QUESTIONS; n < QUESTIONS; n++) {
            long start = System.nanoTime();
            get(question);
            if (n >= 0) {
                millis.add(seconds(start) * 1000);
            }
        }
        figures.print("analytics.uploads_in_year", get(question).path("uploads").asLong(), "uploads");
        figures.print("analytics.summary.p50", new Percentiles(millis).at(50), "ms");
        figures.print("analytics.summary.p99", new Percentiles(millis).at(99), "ms", 50);
    }

    /** Asking costs the service what it should count with. */
    private static boolean rested() {
        LockSupport.parkNanos(REST.toNanos());
        return true;
    }

    private static long published(URI analytics) {
        return get(analytics.resolve("/analytics/summary?tenant=flooded"))
                .path("published")
                .asLong();
    }

    private static JsonNode get(URI address) {
        try (InputStream body = address.toURL().openStream()) {
            return JSON.readTree(body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
