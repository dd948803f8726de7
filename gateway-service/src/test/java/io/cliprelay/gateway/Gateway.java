package io.cliprelay.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Ids;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.account.AccountEvent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.platform.LengthUnit;
import io.cliprelay.contracts.platform.MediaRules;
import io.cliprelay.contracts.platform.OptionRule;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.contracts.platform.PostField;
import io.cliprelay.contracts.platform.TagRule;
import io.cliprelay.contracts.platform.TextPart;
import io.cliprelay.contracts.platform.TextRule;
import io.cliprelay.kit.testing.TopicWriter;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

/** The gateway as its callers and the workers around it see it. */
public final class Gateway {

    public static final String TENANT = "default";
    public static final String PLATFORM = "youtube";

    private Gateway() {}

    public static PlatformDescriptor youtube() {
        return new PlatformDescriptor(
                PLATFORM,
                "YouTube",
                new MediaRules(
                        Set.of("video/mp4", "video/webm"),
                        Optional.empty(),
                        5000,
                        Optional.empty(),
                        Optional.of(Duration.ofHours(12))),
                List.of(
                        PostField.plain("title", TextPart.TITLE, new TextRule(true, 100, LengthUnit.CHARACTERS, "<>")),
                        PostField.plain(
                                "description",
                                TextPart.DESCRIPTION,
                                new TextRule(false, 5000, LengthUnit.BYTES, "<>"))),
                Optional.of(new TagRule(500, LengthUnit.CHARACTERS, 1, 2, "<>")),
                List.of(Privacy.PUBLIC, Privacy.UNLISTED, Privacy.PRIVATE),
                Optional.empty(),
                Map.of("categoryId", OptionRule.text("a number")),
                3);
    }

    /** As after the start of a worker that knows the account {@code demo}. */
    public static void knowsYoutubeAndDemo() {
        List<String> known = given().get("/v1/accounts").path("items.id");
        if (!known.contains(demo().toString())) {
            learnsOfYoutubeAndDemo();
        }
    }

    private static void learnsOfYoutubeAndDemo() {
        try (TopicWriter workers = TopicWriter.open()) {
            describe(workers, youtube());
            connect(workers, TENANT, PLATFORM, "demo");
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            given().get("/v1/platforms").then().body("items.platform", hasItem(PLATFORM));
            given().get("/v1/accounts").then().body("items.id", hasItem(demo().toString()));
        });
    }

    public static UUID demo() {
        return Ids.account(TENANT, PLATFORM, "demo");
    }

    public static void describe(TopicWriter workers, PlatformDescriptor descriptor) {
        workers.send(
                Topics.PLATFORM_CATALOG,
                descriptor.platform(),
                EventEnvelope.of(
                        "/cliprelay/test-worker",
                        descriptor.platform(),
                        TENANT,
                        Instant.now(),
                        new PlatformEvent.Described(descriptor)));
    }

    public static void connect(TopicWriter workers, String tenant, String platform, String name) {
        connect(workers, tenant, platform, name, Optional.empty());
    }

    /** An account of the sandbox. */
    public static void connectSandbox(TopicWriter workers, String tenant, String platform, String name) {
        connect(workers, tenant, platform, name, Optional.of(true));
    }

    private static void connect(
            TopicWriter workers, String tenant, String platform, String name, Optional<Boolean> sandbox) {
        UUID id = Ids.account(tenant, platform, name);
        workers.send(
                Topics.ACCOUNT_EVENTS,
                id,
                EventEnvelope.of(
                        "/cliprelay/test-worker",
                        id.toString(),
                        tenant,
                        Instant.now(),
                        new AccountEvent.Connected(id, platform, name, Instant.now(), sandbox)));
    }

    public static Map<String, Object> clip() {
        return Map.of(
                "media",
                Media.mp4().toString(),
                "title",
                "Holiday",
                "targets",
                List.of(Map.of("platform", PLATFORM, "account", "demo")));
    }

    public static Response submit(Object clip) {
        return submit(UUID.randomUUID().toString(), clip);
    }

    public static Response submit(String key, Object clip) {
        return given().header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(clip)
                .post("/v1/clips");
    }
}
