package io.cliprelay.benchmarks.ingest;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import io.cliprelay.benchmarks.Arguments;
import io.cliprelay.benchmarks.Companion;
import io.cliprelay.benchmarks.Figures;
import io.cliprelay.benchmarks.Measure;
import io.cliprelay.benchmarks.MeasuredStack;
import io.cliprelay.benchmarks.Percentiles;
import io.cliprelay.cli.stack.StackOptions;
import io.cliprelay.cli.stack.StackPart;
import io.cliprelay.localstack.EmbeddedDatabase;

/**
 * Clips handed in one by one, durably, beside a bare server that does no more than one such transaction a request; the same
 * in batches; and how soon others hear of them. Scheduler and analytics do not listen meanwhile: what they make of the clips
 * is theirs to be measured by. The gateway runs with the compilers that it has in its image, as the bare server does.
 */
public final class Ingest implements Measure {

    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<Integer> CONNECTIONS = List.of(64, 256);
    private static final int BATCH_ROWS = 500;
    private static final int BATCH_CONNECTIONS = 4;
    private static final String HEAP = "-Xmx256m";

    @Override
    public String purpose() {
        return "[--seconds 10] [--rounds 3]: clips taken in a second beside a bare server, and in batches";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws Exception {
        Duration time = Duration.ofSeconds(arguments.number("seconds", 10));
        int rounds = (int) arguments.number("rounds", 3);
        arguments.nothingElse();
        try (MeasuredStack stack = MeasuredStack.prepare(Ingest::gatewayAlone)) {
            stack.start();
            stack.awaitAccount();
            createBareTables(stack);
            try (Companion bare = Companion.start(
                    BareServer.class,
                    HEAP,
                    Integer.toString(stack.stack().ports().database()))) {
                measure(stack, URI.create("http://127.0.0.1:" + bare.answer() + "/v1/clips"), time, rounds, figures);
            }
        }
    }

    private static StackOptions gatewayAlone(StackOptions usual) {
        return usual.withWorkers(Set.of(MeasuredStack.WORKER))
                .withJvmFlags(StackPart.SCHEDULER, List.of("-Dmp.messaging.incoming.clip-events.enabled=false"))
                .withJvmFlags(StackPart.ANALYTICS, List.of("-Dmp.messaging.incoming.clip-events.enabled=false"))
                .withJvmFlags(StackPart.GATEWAY, List.of("-XX:TieredStopAtLevel=4"));
    }

    /** The same tables with the same indexes; without references to each other. */
    private static void createBareTables(MeasuredStack stack) throws SQLException {
        String address = "jdbc:postgresql://localhost:" + stack.stack().ports().database() + "/gateway";
        try (Connection database =
                        DriverManager.getConnection(address, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD);
                Statement statement = database.createStatement()) {
            statement.execute("create schema bare");
            for (String table : List.of("clip", "upload", "submission", "outbox", "webhook_event")) {
                statement.execute("create table bare.%s (like %s including all)".formatted(table, table));
            }
        }
    }

    private static void measure(MeasuredStack stack, URI bare, Duration time, int rounds, Figures figures)
            throws Exception {
        URI gateway = stack.stack().url(StackPart.GATEWAY).resolve("/v1/clips");
        Supplier<Load.Post> posts = posts(stack);
        try (ToldClips told = new ToldClips(stack.stack().ports().kafkaBootstrapServers())) {
            double single = 0;
            for (int connections : CONNECTIONS) {
                run(gateway, connections, WARM_UP, posts);
                run(bare, connections, WARM_UP, posts);
                single = Math.max(single, sideBySide(gateway, bare, connections, time, rounds, posts, told, figures));
            }
            batches(URI.create(gateway + "/batch"), single, time, stack, figures);
        }
    }

    /** In turns; the medians, and what the gateway's took. */
    private static double sideBySide(
            URI gateway,
            URI bare,
            int connections,
            Duration time,
            int rounds,
            Supplier<Load.Post> posts,
            ToldClips told,
            Figures figures)
            throws InterruptedException {
        List<Load.Outcome> ours = new ArrayList<>();
        List<Load.Outcome> theirs = new ArrayList<>();
        List<Double> ages = new ArrayList<>();
        double backlog = 0;
        for (int round = 0; round < rounds; round++) {
            told.forget();
            Load.Outcome outcome = run(gateway, connections, time, posts);
            long end = System.nanoTime();
            MeasuredStack.waitFor("all clips to be told", LIMIT, () -> told.count() >= outcome.accepted());
            backlog = Math.max(backlog, (told.latest() - end) / 1e6);
            ages.addAll(told.ages());
            ours.add(outcome);
            theirs.add(run(bare, connections, time, posts));
        }
        String name = "ingest." + connections + ".";
        double rate = median(ours);
        figures.print(name + "clips", rate, "clips/s");
        figures.print(name + "bare", median(theirs), "clips/s");
        figures.printAtLeast(name + "ratio_to_bare", rate / median(theirs), "x", 0.6);
        figures.print(name + "p50", percentile(ours, 50), "ms");
        figures.print(name + "p99", percentile(ours, 99), "ms");
        figures.print(name + "bare.p99", percentile(theirs, 99), "ms");
        figures.print(name + "p99_ratio_to_bare", percentile(ours, 99) / percentile(theirs, 99), "x", 1.5);
        figures.print(name + "told.p50", new Percentiles(ages).at(50), "ms");
        figures.print(name + "told.p99", new Percentiles(ages).at(99), "ms", 200);
        figures.print(name + "backlog", backlog, "ms", 2000);
        figures.never(
                name + "refused", ours.stream().mapToInt(Load.Outcome::others).sum(), "requests");
        return rate;
    }

    private static void batches(URI batch, double single, Duration time, MeasuredStack stack, Figures figures)
            throws Exception {
        Supplier<Load.Post> posts = batchesOf(BATCH_ROWS, stack);
        run(batch, BATCH_CONNECTIONS, WARM_UP, posts);
        Load.Outcome outcome = run(batch, BATCH_CONNECTIONS, time, posts);
        double rate = outcome.perSecond() * BATCH_ROWS;
        figures.print("ingest.batch.clips", rate, "clips/s");
        figures.printAtLeast("ingest.batch.ratio_to_single", rate / single, "x", 5);
        figures.never("ingest.batch.refused", outcome.others(), "requests");
    }

    private static Load.Outcome run(URI target, int connections, Duration time, Supplier<Load.Post> posts)
            throws InterruptedException {
        try (Load load = new Load(target, connections)) {
            return load.run(time, posts);
        }
    }

    private static Supplier<Load.Post> posts(MeasuredStack stack) throws Exception {
        return posts(stack, clip(stack.video("clip.mp4", 100_000)).toBuffer());
    }

    private static Supplier<Load.Post> batchesOf(int rows, MeasuredStack stack) throws Exception {
        JsonArray clips = new JsonArray();
        for (int row = 0; row < rows; row++) {
            clips.add(clip(stack.video("clip.mp4", 100_000)));
        }
        return posts(stack, clips.toBuffer());
    }

    /** The same body each time, with a key of its own. */
    private static Supplier<Load.Post> posts(MeasuredStack stack, Buffer body) {
        String key = authorization(stack);
        return () -> new Load.Post(
                Map.of(
                        "Authorization",
                        key,
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                body);
    }

    private static String authorization(MeasuredStack stack) {
        return "Bearer " + stack.stack().apiKey().orElseThrow();
    }

    /** To go out much later. */
    private static JsonObject clip(Path video) {
        return new JsonObject()
                .put("media", video.toUri().toString())
                .put("title", "A day at the lake")
                .put("description", "What we saw, and who was there")
                .put("privacy", "private")
                .put(
                        "schedule",
                        new JsonObject()
                                .put(
                                        "at",
                                        Instant.now().plus(Duration.ofDays(1)).toString()))
                .put(
                        "targets",
                        new JsonArray()
                                .add(new JsonObject().put("platform", "youtube").put("account", "demo")));
    }

    private static double median(List<Load.Outcome> outcomes) {
        return new Percentiles(outcomes.stream().map(Load.Outcome::perSecond).toList()).at(50);
    }

    private static double percentile(List<Load.Outcome> outcomes, double percent) {
        return new Percentiles(outcomes.stream()
                        .flatMap(outcome -> outcome.millis().stream())
                        .toList())
                .at(percent);
    }
}
