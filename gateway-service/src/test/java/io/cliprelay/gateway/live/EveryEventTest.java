package io.cliprelay.gateway.live;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.UploadStory;
import io.cliprelay.kit.testing.DatabaseOutage;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The stream of all that happens to a tenant's clips. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class EveryEventTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** As another replica does it: an event that is committed and numbered, and a word to all replicas. */
    private static final String FROM_ANOTHER_REPLICA = """
            with head as (update webhook_event_head set position = position + %1$d returning position)
            insert into webhook_event (id, tenant, type, body, at, clip_id, position)
            select 'msg_%2$s-' || n, 'default', 'upload.queued',
                '{"type":"upload.queued","n":' || n || ',"filling":"' || repeat('x', %3$d) || '"}',
                now(), gen_random_uuid(), head.position - %1$d + n
            from head, generate_series(1, %1$d) n
            """;

    @TestHTTPResource("/")
    URI gateway;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void aWorkerIsThere() {
        Gateway.knowsYoutubeAndDemo();
    }

    @Test
    void eachEventOfEachClipIsToldOnceAndInItsOrder() {
        try (Watcher watcher = watch(Map.of());
                TopicWriter others = TopicWriter.open()) {
            List<UploadStory> stories = IntStream.range(0, 10)
                    .mapToObj(number -> UploadStory.of(Gateway.submit(Gateway.clip()), others))
                    .toList();
            stories.forEach(story -> story.tell(story.queued(1)));
            stories.forEach(story -> story.tell(story.started(1)));
            stories.forEach(story -> story.tell(story.published(1)));

            await().atMost(PATIENCE).until(() -> stories.stream()
                    .allMatch(story -> of(watcher, story).size() >= 5));
            assertThat(watcher.ids()).doesNotHaveDuplicates();
            for (UploadStory story : stories) {
                assertThat(of(watcher, story))
                        .containsExactly(
                                "clip.submitted",
                                "upload.queued",
                                "upload.started",
                                "upload.published",
                                "clip.published");
            }
        }
    }

    @Test
    void whoLosesTheLineAgainAndAgainMissesNothing() {
        String start;
        try (Watcher first = watch(Map.of())) {
            Gateway.submit(Gateway.clip());
            await().atMost(PATIENCE).until(() -> !first.happened().isEmpty());
            start = first.lastId();
        }
        String marker = UUID.randomUUID().toString();
        List<String> seen = new ArrayList<>();
        String last = start;
        for (int round = 0; round < 10; round++) {
            try (Watcher watcher = watch(Map.of("Last-Event-ID", last))) {
                another(20, marker + "-" + round, 1);
                String end = "msg_" + marker + "-" + round + "-" + (round % 2 == 0 ? 7 : 20);
                await().atMost(PATIENCE).until(() -> watcher.ids().contains(end));
                // Only so far the reader got before it lost the line.
                List<String> taken = watcher.ids().subList(0, watcher.ids().indexOf(end) + 1);
                seen.addAll(taken);
                last = end;
            }
        }

        assertThat(seen.stream().filter(id -> id.contains(marker)).toList())
                .containsExactlyElementsOf(IntStream.range(0, 10)
                        .boxed()
                        .flatMap(round ->
                                IntStream.rangeClosed(1, 20).mapToObj(n -> "msg_" + marker + "-" + round + "-" + n))
                        .toList());
    }

    @Test
    void whatAnotherReplicaTellsIsToldHereAtOnce() {
        try (Watcher watcher = watch(Map.of())) {
            String marker = another(1, UUID.randomUUID().toString(), 1);

            await().atMost(Duration.ofMillis(800)).until(() -> watcher.ids().contains("msg_" + marker + "-1"));
        }
    }

    @Test
    void aLineOutlivesTheDatabaseAndMissesNothing() {
        try (Watcher watcher = watch(Map.of())) {
            DatabaseOutage.during(() -> assertThat(watcher.ended()).isFalse());
            String marker = another(3, UUID.randomUUID().toString(), 1);

            await().atMost(PATIENCE).until(() -> watcher.ids()
                    .containsAll(List.of("msg_" + marker + "-1", "msg_" + marker + "-2", "msg_" + marker + "-3")));
        }
    }

    @Test
    void aReaderThatTakesNothingIsClosedAndHoldsUpNobody() throws IOException {
        double before = closedAsTooSlow();
        try (Socket deaf = open();
                Watcher watcher = watch(Map.of())) {
            String marker = another(2000, UUID.randomUUID().toString(), 20_000);

            await().atMost(PATIENCE).until(() -> watcher.ids().contains("msg_" + marker + "-2000"));
            assertThat(watcher.ids().stream().filter(id -> id.contains(marker))).hasSize(2000);
            await().atMost(PATIENCE).until(() -> closedAsTooSlow() > before);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(given().get("/q/metrics").asString())
                            .containsPattern("cliprelay_live_streams(\\{[^}]*\\})? 1\\.0"));
            assertThat(deaf.isConnected()).isTrue();
        }
    }

    /** Asks for the stream, and never reads a byte of it. */
    private Socket open() throws IOException {
        Socket socket = new Socket(gateway.getHost(), gateway.getPort());
        socket.getOutputStream()
                .write("GET /v1/events HTTP/1.1\r\nHost: gateway\r\nAccept: text/event-stream\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        await().atMost(PATIENCE)
                .until(() -> given().get("/q/metrics").asString().contains("cliprelay_live_streams")
                        && socket.getInputStream().available() > 0);
        return socket;
    }

    private static double closedAsTooSlow() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("cliprelay_live_closed_total") && line.contains("stream.too-slow"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static List<String> of(Watcher watcher, UploadStory story) {
        String clip = story.upload().clipId().toString();
        return watcher.events().stream()
                .filter(event -> event.data().at("/data/clipId").asText().equals(clip))
                .map(Watcher.Event::type)
                .toList();
    }

    private Watcher watch(Map<String, String> headers) {
        Watcher watcher = Watcher.of(gateway.resolve("/v1/events"), headers);
        if (headers.isEmpty()) {
            await().atMost(PATIENCE).until(() -> watcher.named("ready").size() == 1);
        }
        return watcher;
    }

    private String another(int events, String marker, int filling) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(FROM_ANOTHER_REPLICA.formatted(events, marker, filling));
            statement.execute("notify cliprelay_gateway_events");
            return marker;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
