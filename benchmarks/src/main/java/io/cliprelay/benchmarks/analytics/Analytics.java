package io.cliprelay.benchmarks.analytics;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.cliprelay.benchmarks.Arguments;
import io.cliprelay.benchmarks.Figures;
import io.cliprelay.benchmarks.Measure;
import io.cliprelay.benchmarks.MeasuredStack;
import io.cliprelay.benchmarks.Percentiles;
import io.cliprelay.cli.api.GatewayClient;
import io.cliprelay.cli.stack.StackOptions;
import io.cliprelay.cli.stack.StackPart;
import io.cliprelay.localstack.EmbeddedDatabase;

/**
 * A million events counted and then read anew, and the summary of a year with ten million uploads; asked at the gateway.
 * Gateway and scheduler do not listen: what they would make of a million events is theirs to be measured by. Analytics runs
 * with the compilers that it has in its image.
 */
public final class Analytics implements Measure {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration REST = Duration.ofMillis(500);
    private static final String SUMMARY = "summary";
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
        try (MeasuredStack stack = MeasuredStack.prepare(Analytics::alone)) {
            stack.start();
            count(stack, uploads, figures);
            rebuild(stack.gateway(), events, figures);
            figures.never("analytics.miscounted", Math.abs(published(stack.gateway()) - uploads), "uploads");
            ask(stack, figures);
        }
    }

    private static StackOptions alone(StackOptions usual) {
        return usual.withWorkers(Set.of())
                .withJvmFlags(StackPart.GATEWAY, deafTo("upload-events", "live-uploads"))
                .withJvmFlags(StackPart.SCHEDULER, deafTo("clip-events", "upload-events"))
                .withJvmFlags(StackPart.ANALYTICS, List.of("-XX:TieredStopAtLevel=4"));
    }

    private static List<String> deafTo(String... channels) {
        return Stream.of(channels)
                .map(channel -> "-Dmp.messaging.incoming." + channel + ".enabled=false")
                .toList();
    }

    /** While they are being told, so that neither side waits for the other's end. */
    private static void count(MeasuredStack stack, int uploads, Figures figures) {
        GatewayClient gateway = stack.gateway();
        long start = System.nanoTime();
        new EventFlood(stack.stack().ports().kafkaBootstrapServers()).of(uploads);
        figures.print("analytics.told", uploads * 4L / seconds(start), "events/s");
        MeasuredStack.waitFor("all to be counted", LIMIT, () -> rested() && published(gateway) == uploads);
        figures.printAtLeast("analytics.counted", uploads * 4L / seconds(start), "events/s", 10_000);
    }

    private static void rebuild(GatewayClient gateway, int events, Figures figures) {
        long start = System.nanoTime();
        gateway.rebuildStatistics();
        MeasuredStack.waitFor(
                "the rebuild",
                LIMIT,
                () -> rested() && gateway.latestRebuild().endedAt().isPresent());
        gateway.latestRebuild().failure().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        figures.print("analytics.rebuild", seconds(start) * 1_000_000 / events, "s/million_events", 180);
    }

    private static void ask(MeasuredStack stack, Figures figures) throws SQLException {
        String address = "jdbc:postgresql://localhost:" + stack.stack().ports().database() + "/analytics";
        try (Connection database =
                DriverManager.getConnection(address, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD)) {
            LargeYear.in(database);
        }
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Map<String, String> question =
                Map.of("zone", "Asia/Kolkata", "from", today.minusDays(364).toString(), "to", today.toString());
        GatewayClient gateway = stack.gateway();
        List<Double> millis = new ArrayList<>();
        for (int n = -QUESTIONS; n < QUESTIONS; n++) {
            long start = System.nanoTime();
            gateway.statistics(SUMMARY, question);
            if (n >= 0) {
                millis.add(seconds(start) * 1000);
            }
        }
        figures.print("analytics.uploads_in_year", number(gateway, question, "uploads"), "uploads");
        figures.print("analytics.summary.p50", new Percentiles(millis).at(50), "ms");
        figures.print("analytics.summary.p99", new Percentiles(millis).at(99), "ms", 50);
    }

    /** Asking costs the service what it should count with. */
    private static boolean rested() {
        LockSupport.parkNanos(REST.toNanos());
        return true;
    }

    private static long published(GatewayClient gateway) {
        return number(gateway, Map.of(), "published");
    }

    private static long number(GatewayClient gateway, Map<String, String> question, String name) {
        try {
            return JSON.readTree(gateway.statistics(SUMMARY, question))
                    .path(name)
                    .asLong();
        } catch (JsonProcessingException unclear) {
            throw new UncheckedIOException(unclear);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
