package io.cliprelay.gateway.intake;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.IntakeReply;
import io.cliprelay.gateway.Gateway;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.kit.testing.TopicWriter;

import static io.cliprelay.gateway.Gateway.clip;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class ClipIntakeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String id = UUID.randomUUID().toString();
    private TopicWriter pipeline;

    @BeforeEach
    void platformAndAccountAreKnown() {
        Gateway.knowsYoutubeAndDemo();
        pipeline = TopicWriter.open();
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void aSubmissionIsAnsweredWithItsClip() {
        submit("show-7", EventJson.encode(clip()));

        ReceivedEvent reply = reply(1);
        IntakeReply.Accepted accepted = reply.data(IntakeReply.Accepted.class);
        assertThat(reply.key()).isEqualTo("show-7");
        assertThat(accepted.submissionId()).isEqualTo(id);
        assertThat(accepted.uploadIds()).hasSize(1);
        given().get("/v1/clips/" + accepted.clipId()).then().statusCode(200).body("title", equalTo("Holiday"));
    }

    @Test
    void aSubmissionMayHaveNoKey() {
        submit(null, EventJson.encode(clip()));

        assertThat(reply(1).key()).isNull();
    }

    @Test
    void aRepeatGetsTheSameAnswerAgainAndMakesNoOtherClip() {
        String clip = EventJson.encode(clip());
        submit("k", clip);
        submit("k", clip);

        List<ReceivedEvent> replies = replies(2);

        assertThat(replies.get(1).value()).isEqualTo(replies.get(0).value());
        UUID clipId = replies.getFirst().data(IntakeReply.Accepted.class).clipId();
        try (TopicReader events = TopicReader.of(Topics.CLIP_EVENTS)) {
            await().atMost(PATIENCE).until(() -> !events.about(clipId).isEmpty());
            assertThat(events.about(clipId)).hasSize(1);
        }
    }

    @Test
    void anInvalidSubmissionIsRejectedWithItsFields() {
        Map<String, Object> clip = new HashMap<>(clip());
        clip.put("title", "<");
        submit("k", EventJson.encode(clip));

        ReceivedEvent reply = reply(1);
        IntakeReply.Rejected rejected = reply.data(IntakeReply.Rejected.class);
        assertThat(reply.is(IntakeReply.Rejected.class)).isTrue();
        assertThat(rejected.problem().code()).isEqualTo("clip.invalid");
        assertThat(rejected.problem().errors()).extracting("pointer").containsExactly("/title");
    }

    @Test
    void aRejectionStandsEvenWhereTheCauseIsGone() {
        String late = "late-" + id;
        Map<String, Object> clip = new HashMap<>(clip());
        clip.put("targets", List.of(Map.of("platform", Gateway.PLATFORM, "account", late)));
        submit("k", EventJson.encode(clip));
        reply(1);
        Gateway.connect(pipeline, Gateway.TENANT, Gateway.PLATFORM, late);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(given().get("/v1/accounts").<List<String>>path("items.name"))
                        .contains(late));

        submit("k", EventJson.encode(clip));

        assertThat(replies(2)).allMatch(reply -> reply.is(IntakeReply.Rejected.class));
    }

    @Test
    void theSameIdWithAnotherBodyIsRejected() {
        Map<String, Object> other = new HashMap<>(clip());
        other.put("title", "Another");
        submit("k", EventJson.encode(clip()));
        submit("k", EventJson.encode(other));

        assertThat(replies(2).get(1).data(IntakeReply.Rejected.class).problem().code())
                .isEqualTo("idempotency.key-reused");
    }

    @Test
    void anUnknownFieldIsRejectedWithItsPointer() {
        submit("k", "{\"titel\":\"Holiday\"}");

        assertThat(reply(1).data(IntakeReply.Rejected.class).problem().errors())
                .extracting("pointer")
                .containsExactly("/titel");
    }

    @Test
    void whatCannotBeReadIsSetAsideWithItsReasonAndBlocksNothing() {
        String key = "poison-" + id;
        pipeline.send(Topics.CLIP_INTAKE, key, headers(), "{ no JSON");
        pipeline.send(Topics.CLIP_INTAKE, key, headers(), null);
        pipeline.send(Topics.CLIP_INTAKE, key, Map.of(), EventJson.encode(clip()));
        submit(key, EventJson.encode(clip()));

        assertThat(reply(1).is(IntakeReply.Accepted.class)).isTrue();
        assertThat(setAside(key, 3))
                .extracting(event -> event.headers().get("cliprelay-dlq-reason"))
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("no JSON"),
                        reason -> assertThat(reason).isEqualTo("the record has no value"),
                        reason -> assertThat(reason).contains("ce_id"));
    }

    @Test
    void anEventOfAnotherTypeIsSkipped() {
        Map<String, String> headers = new HashMap<>(headers());
        headers.put("ce_type", "com.example.something.else.v1");
        pipeline.send(Topics.CLIP_INTAKE, "k", headers, "{}");
        submit("k", EventJson.encode(clip()));

        assertThat(replies(1)).hasSize(1);
    }

    @Test
    void anEventThatNamesAnothersTenantIsRefused() {
        Map<String, String> headers = new HashMap<>(headers());
        headers.put("ce_tenant", "globex");
        pipeline.send(Topics.CLIP_INTAKE, "k", headers, EventJson.encode(clip()));

        ReceivedEvent reply = reply(1);
        assertThat(reply.tenant()).isEqualTo("default");
        assertThat(reply.data(IntakeReply.Rejected.class).problem().code()).isEqualTo("intake.tenant-mismatch");
    }

    @Test
    void anEventThatNamesItsOwnTenantIsTaken() {
        Map<String, String> headers = new HashMap<>(headers());
        headers.put("ce_tenant", Gateway.TENANT);
        pipeline.send(Topics.CLIP_INTAKE, "k", headers, EventJson.encode(clip()));

        assertThat(reply(1).is(IntakeReply.Accepted.class)).isTrue();
    }

    private void submit(String key, String json) {
        pipeline.send(Topics.CLIP_INTAKE, key, headers(), json);
    }

    private Map<String, String> headers() {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                id,
                "ce_source",
                "/studio/pipeline",
                "ce_type",
                "io.cliprelay.clip.submission.v1",
                "content-type",
                "application/json");
    }

    private ReceivedEvent reply(int count) {
        return replies(count).getLast();
    }

    private List<ReceivedEvent> replies(int count) {
        try (TopicReader reader = TopicReader.of(Topics.CLIP_INTAKE_REPLIES)) {
            return await().atMost(Duration.ofSeconds(20))
                    .until(() -> reader.about(id), replies -> replies.size() >= count);
        }
    }

    private static List<ReceivedEvent> setAside(String key, int count) {
        try (TopicReader reader = TopicReader.of(Topics.deadLetters(Topics.CLIP_INTAKE))) {
            return await().atMost(PATIENCE)
                    .until(() -> reader.all(event -> key.equals(event.key())), found -> found.size() >= count);
        }
    }
}
