package io.cliprelay.gateway.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Ids;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.account.AccountEvent;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.contracts.platform.PlatformStatus;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.gateway.SchedulerDouble;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class DryRunTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant DUE = Instant.parse("2031-01-31T18:00:00Z");
    private static final UploadFailure.Reason REASON =
            new UploadFailure.Reason("breaker.open", "The breaker is open", "Wait.");

    /** An account of this test's alone, so that what is told of it disturbs no other. */
    private final String account = "dry" + UUID.randomUUID();

    @BeforeEach
    void platformAndAccountAreKnown() {
        SchedulerDouble.reset();
        Gateway.knowsYoutubeAndDemo();
        try (TopicWriter workers = TopicWriter.open()) {
            Gateway.connect(workers, Gateway.TENANT, Gateway.PLATFORM, account);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/v1/accounts").then().body("items.name", hasItem(account)));
    }

    @AfterEach
    void platformIsUp() {
        SchedulerDouble.reset();
    }

    @Test
    void aSoundClipIsShownAsItWillAppearAndNotStored() {
        String title = "Dry " + UUID.randomUUID();
        SchedulerDouble.answers("/forecasts", "[{\"outcome\":\"fits\",\"at\":\"2031-01-31T18:00:00Z\"}]");

        preview(clip(Map.of("title", title, "description", "By the sea", "tags", List.of("sea", "sand"))))
                .then()
                .statusCode(200)
                .body("acceptable", equalTo(true))
                .body("findings", empty())
                .body("targets[0].account", equalTo(account))
                .body("targets[0].dueAt", equalTo(DUE.toString()))
                .body("targets[0].texts.title", equalTo(title))
                .body("targets[0].texts.description", equalTo("By the sea"))
                .body("targets[0].tags", equalTo(List.of("sea", "sand")))
                .body("targets[0].forecast.outcome", equalTo("fits"));
        assertThat(given().queryParam("limit", 100).get("/v1/clips").<List<String>>path("items.title"))
                .doesNotContain(title);
    }

    @Test
    void noKeyIsNeededAndNoneIsUsedUp() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> clip = clip(Map.of());

        given().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(clip)
                .post("/v1/clips?dryRun=true")
                .then()
                .statusCode(200);

        Gateway.submit(key, clip).then().statusCode(202).header("Idempotent-Replayed", nullValue());
    }

    @Test
    void whatWouldBeRefusedIsAnErrorWithPointerAndFix() {
        preview(clip(Map.of("title", "x".repeat(101))))
                .then()
                .statusCode(200)
                .body("acceptable", equalTo(false))
                .body("findings[0].pointer", equalTo("/title"))
                .body("findings[0].severity", equalTo("error"))
                .body("findings[0].code", equalTo("title.too-long"))
                .body("findings[0].fix.size() > 0", equalTo(true))
                .body("targets[0].texts.size()", equalTo(0));
    }

    @Test
    void whatIsCutIsAWarning() {
        Map<String, Object> target =
                Map.of("platform", "youtube", "account", account, "options", Map.of("truncate", "true"));

        Response preview = preview(clip(Map.of("title", "word ".repeat(40), "targets", List.of(target))));

        preview.then()
                .statusCode(200)
                .body("acceptable", equalTo(true))
                .body("findings.find { it.code == 'text.cut' }.severity", equalTo("warning"))
                .body("findings.find { it.code == 'text.cut' }.pointer", equalTo("/title"));
        assertThat(preview.<String>path("targets[0].texts.title")).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void consentThatIsNeededOrEndsBeforeTheClipIsDueIsAWarning() {
        tell(new AccountEvent.Refreshed(id(), Gateway.PLATFORM, DUE, Optional.of(DUE.minusSeconds(1)), Instant.now()));
        awaitFinding("account.consent-ends", "warning", "/targets/0/account");

        tell(new AccountEvent.NeedsReauthorisation(
                id(), Gateway.PLATFORM, account, "The password was changed", Instant.now()));
        awaitFinding("account.needs-reauthorisation", "warning", "/targets/0/account");

        tell(new AccountEvent.Released(id(), Gateway.PLATFORM));
        awaitFinding("account.consent-ends", "warning", "/targets/0/account");
    }

    @Test
    void aHoldThatIsOverBeforeTheClipIsDueIsNoWarning() {
        tell(new AccountEvent.Held(id(), Gateway.PLATFORM, Optional.of(DUE.minusSeconds(1)), REASON));
        awaitFinding("account.held", "info", "/targets/0/account");

        tell(new AccountEvent.Held(id(), Gateway.PLATFORM, Optional.empty(), REASON));
        awaitFinding("account.held", "warning", "/targets/0/account");
    }

    @Test
    void aPlatformThatIsOffIsAWarning() {
        tell(new PlatformEvent.StatusChanged(
                Gateway.PLATFORM, PlatformStatus.DISABLED, Optional.empty(), Optional.of(REASON)));
        awaitFinding("platform.held", "warning", "/targets/0/platform");

        tell(new PlatformEvent.StatusChanged(Gateway.PLATFORM, PlatformStatus.UP, Optional.empty(), Optional.empty()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(preview(clip(Map.of())).<List<String>>path("findings.code"))
                        .doesNotContain("platform.held"));
    }

    @Test
    void theSchedulersForecastIsTold() {
        SchedulerDouble.answers(
                "/forecasts",
                "[{\"outcome\":\"moves\",\"at\":\"2031-02-01T00:00:00Z\",\"reason\":{\"code\":\"quota\",\"message\":\"100 a day are planned\",\"fix\":\"Wait.\"}}]");

        preview(clip(Map.of()))
                .then()
                .body("findings[0].code", equalTo("forecast.moves"))
                .body("findings[0].severity", equalTo("warning"))
                .body("targets[0].forecast.at", equalTo("2031-02-01T00:00:00Z"));
    }

    @Test
    void aSlotThatIsFoundIsShownAndOneThatIsNotIsAnError() {
        Map<String, Object> clip = clip(Map.of("schedule", Map.of("slot", "next")));
        SchedulerDouble.answers("/forecasts", "[{\"outcome\":\"fits\",\"slot\":\"2031-02-03T00:00:00Z\"}]");
        preview(clip).then().body("targets[0].dueAt", equalTo("2031-02-03T00:00:00Z"));

        SchedulerDouble.answers("/forecasts", "[{\"outcome\":\"no-slot\"}]");
        preview(clip)
                .then()
                .statusCode(200)
                .body("acceptable", equalTo(false))
                .body("findings[0].code", equalTo("slot.none"));
    }

    @Test
    void withoutTheSchedulerTheRestIsToldAllTheSame() {
        preview(clip(Map.of()))
                .then()
                .statusCode(200)
                .body("acceptable", equalTo(true))
                .body("findings[0].code", equalTo("forecast.unknown"))
                .body("findings[0].severity", equalTo("info"));
    }

    @Test
    void aMistypedDryRunHandsNothingIn() {
        given().header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(clip(Map.of()))
                .post("/v1/clips?dryRun=yes")
                .then()
                .statusCode(400)
                .body("code", equalTo("dry-run.invalid"));
    }

    private void awaitFinding(String code, String severity, String pointer) {
        await().atMost(PATIENCE).untilAsserted(() -> preview(clip(Map.of()))
                .then()
                .body("acceptable", equalTo(true))
                .body("findings.find { it.code == '" + code + "' }.severity", equalTo(severity))
                .body("findings.find { it.code == '" + code + "' }.pointer", equalTo(pointer)));
    }

    private UUID id() {
        return Ids.account(Gateway.TENANT, Gateway.PLATFORM, account);
    }

    private void tell(AccountEvent event) {
        try (TopicWriter workers = TopicWriter.open()) {
            workers.send(Topics.ACCOUNT_EVENTS, id(), envelope(id().toString(), event));
        }
    }

    private static void tell(PlatformEvent.StatusChanged event) {
        try (TopicWriter workers = TopicWriter.open()) {
            workers.send(Topics.PLATFORM_CATALOG, event.key(), envelope(event.platform(), event));
        }
    }

    private static <T> EventEnvelope<T> envelope(String subject, T event) {
        return EventEnvelope.of("/cliprelay/test-worker", subject, Gateway.TENANT, Instant.now(), event);
    }

    private Map<String, Object> clip(Map<String, Object> changes) {
        Map<String, Object> clip = new HashMap<>(Gateway.clip());
        clip.put("targets", List.of(Map.of("platform", Gateway.PLATFORM, "account", account)));
        clip.put("schedule", Map.of("at", DUE.toString()));
        clip.putAll(changes);
        return clip;
    }

    private static Response preview(Map<String, Object> clip) {
        return given().contentType(ContentType.JSON).body(clip).post("/v1/clips?dryRun=true");
    }
}
