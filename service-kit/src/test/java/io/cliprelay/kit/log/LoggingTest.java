package io.cliprelay.kit.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.kit.testing.LocalStackResource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.equalTo;

/** Log files of a running service: who may change what is in them, what is left out, how they begin anew. */
@QuarkusTest
@TestProfile(LoggingTest.IntoFiles.class)
@QuarkusTestResource(LocalStackResource.class)
@QuarkusTestResource(value = OtlpLogResource.class, restrictToAnnotatedClass = true)
class LoggingTest {

    private static final String KEY = "a-key-for-management";
    private static final String CATEGORY = "io.cliprelay.kit.log.some";
    private static final Logger SOME = Logger.getLogger(CATEGORY);
    private static final Path FOLDER = Path.of("target", "log-files");

    /** Small files without personal data, and a key. */
    public static class IntoFiles implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "cliprelay.management.key", KEY,
                    "cliprelay.privacy.leave-out-personal-data", "true",
                    // Recorded; nobody listens there.
                    "cliprelay.tracing.endpoint", "http://127.0.0.1:1",
                    "CLIPRELAY_OTLP_LOGS", "true",
                    "quarkus.application.name", "kit",
                    "quarkus.log.console.level", "ERROR",
                    "CLIPRELAY_LOG_FILE_ENABLED", "true",
                    "CLIPRELAY_LOG_FOLDER", FOLDER.toString(),
                    "CLIPRELAY_LOG_FILE_SIZE", "50K",
                    "CLIPRELAY_LOG_FILES", "2");
        }
    }

    @Inject
    Tracer tracer;

    @Inject
    SeenSpans spans;

    @Inject
    OpenTelemetry telemetry;

    @AfterEach
    void reset() {
        manager().delete("/q/log-levels/" + CATEGORY);
    }

    @Test
    void aLevelIsChangedWhileTheServiceRuns() throws IOException {
        String quiet = say();
        manager()
                .put("/q/log-levels/" + CATEGORY + "?level=DEBUG")
                .then()
                .statusCode(200)
                .body("'" + CATEGORY + "'", equalTo("DEBUG"));
        String heard = say();
        manager().delete("/q/log-levels/" + CATEGORY).then().statusCode(200).body("$", anEmptyMap());
        String quietAgain = say();

        assertThat(logged()).contains(heard).doesNotContain(quiet, quietAgain);
    }

    @Test
    void whoHasNoKeyChangesNothing() throws IOException {
        given().put("/q/log-levels/" + CATEGORY + "?level=DEBUG").then().statusCode(401);
        given().header(LogLevelRoutes.KEY, "another-key-for-this")
                .put("/q/log-levels/" + CATEGORY + "?level=DEBUG")
                .then()
                .statusCode(401);

        assertThat(logged()).doesNotContain(say());
    }

    @Test
    void aLevelThatThereIsNotIsRefused() {
        manager().put("/q/log-levels/" + CATEGORY + "?level=LOUD").then().statusCode(400);
    }

    @Test
    void personalDataAreLeftOutOfMessagesAndFailures() throws IOException {
        String mark = UUID.randomUUID().toString();
        SOME.warnf(new IOException("no mail to anna@example.com"), "%s was asked by %s", mark, "192.0.2.17");

        assertThat(logged())
                .contains(mark + " was asked by [left out]", "java.io.IOException: no mail to [left out]")
                .doesNotContain("anna@example.com", "192.0.2.17");
    }

    @Test
    void theyAreLeftOutOfSpansAtTheirEndAndEachIsHandedOnOnce() {
        Span span = tracer.spanBuilder("private").startSpan();
        span.setAttribute("client.address", "somebody");
        span.setAttribute("note", "mail to anna@example.com");
        span.setAttribute("number", 7);
        span.setStatus(StatusCode.ERROR, "asked by 192.0.2.17");
        span.recordException(new IOException("no mail to anna@example.com"));
        span.end();

        List<SpanData> seen = spans.of(span.getSpanContext().getSpanId());
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().toString()
                        + seen.getFirst().getEvents()
                        + seen.getFirst().getStatus())
                .doesNotContain("somebody", "anna@example.com", "192.0.2.17");
        assertThat(seen.getFirst().getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("note"), "mail to [left out]")
                .containsEntry(AttributeKey.longKey("number"), 7L);
        assertThat(seen.getFirst().getEvents().getFirst().getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("exception.message"), "no mail to [left out]")
                .containsEntry(AttributeKey.stringKey("exception.type"), "java.io.IOException");
    }

    @Test
    void aRecordIsExportedWithItsFieldsAndWithoutPersonalData() throws IOException {
        String mark = UUID.randomUUID().toString();
        String clip = UUID.randomUUID().toString();
        MDC.put("clip", clip);
        SOME.warnf(new IOException("no mail to anna@example.com"), "%s was asked by %s", mark, "192.0.2.17");
        MDC.remove("clip");

        await().untilAsserted(() -> assertThat(received())
                .contains(mark + " was asked by [left out]", "no mail to [left out]", "clip", clip));
        assertThat(received()).doesNotContain("anna@example.com", "192.0.2.17");
    }

    /** The log's own filters see only what comes through the log. */
    @Test
    void personalDataAreLeftOutOfRecordsThatSomebodyElseMade() throws IOException {
        String mark = UUID.randomUUID().toString();
        telemetry
                .getLogsBridge()
                .get("another")
                .logRecordBuilder()
                .setBody(mark + " was asked by 192.0.2.18")
                .setAttribute(AttributeKey.stringKey("exception.message"), "no mail to berta@example.com")
                .emit();

        await().untilAsserted(() ->
                assertThat(received()).contains(mark + " was asked by [left out]", "no mail to [left out]"));
        assertThat(received()).doesNotContain("berta@example.com", "192.0.2.18");
    }

    @Test
    void aFullFileBeginsAnewAndTheOldestGoes() throws IOException {
        IntStream.range(0, 1000).forEach(n -> SOME.warnf("%d %s", n, "-".repeat(200)));

        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> all = files.toList();
            assertThat(all)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("kit.log", "kit.log.1", "kit.log.2");
            assertThat(all).allSatisfy(file -> assertThat(Files.size(file)).isLessThan(60 * 1024));
        }
    }

    /** Logs at the finest level there is, and yields what. */
    private static String say() {
        String mark = UUID.randomUUID().toString();
        SOME.debug(mark);
        return mark;
    }

    private static RequestSpecification manager() {
        return given().header(LogLevelRoutes.KEY, KEY);
    }

    private static String received() throws IOException {
        return Files.readString(OtlpLogResource.RECEIVED, StandardCharsets.ISO_8859_1);
    }

    private static String logged() throws IOException {
        return Files.readString(FOLDER.resolve("kit.log"));
    }
}
