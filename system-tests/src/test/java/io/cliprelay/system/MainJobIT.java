package io.cliprelay.system;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.cliprelay.cli.api.ClipSignal;
import io.cliprelay.cli.api.GatewayException;
import io.cliprelay.cli.api.UploadView;
import io.cliprelay.cli.stack.StackPart;
import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.IntakeReply;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.kit.testing.TopicWriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** What the demo does and what a pipeline does, through the packaged services. */
class MainJobIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static RunningSystem system;
    private static Path video;

    @BeforeAll
    static void start() {
        system = RunningSystem.start();
        video = SampleVideo.write(system.folder().resolve("holiday.mp4"), 1);
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    void aClipSubmittedForNowGoesLiveWithTheBytesOfItsFile() {
        UUID clip = system.submit(video, "Live now", Optional.empty());

        UploadView upload = system.awaitState(clip, UploadState.PUBLISHED, PATIENCE);

        assertThat(system.sandbox().postsTitled("Live now")).singleElement().satisfies(post -> {
            assertThat(post.sha256()).isEqualTo(SampleVideo.sha256(video));
            assertThat(post.privacy()).isEqualTo("unlisted");
            assertThat(upload.permalink().map(Object::toString))
                    .contains(system.stack().url(StackPart.SANDBOX) + "/watch?v=" + post.id());
        });
        assertThat(JsonHttp.get(upload.permalink().orElseThrow()).status()).isEqualTo(200);
    }

    @Test
    void aScheduledClipGoesLiveNotBeforeItsInstant() {
        Instant due = Instant.now().plusSeconds(8);
        UUID clip = system.submit(video, "Live later", Optional.of(due));

        system.awaitState(clip, UploadState.PUBLISHED, PATIENCE);

        assertThat(startOf("Live later")).isAfterOrEqualTo(due).isBefore(due.plusSeconds(20));
    }

    @Test
    void itsProgressIsToldFromTheFirstStateToTheLast() {
        List<ClipSignal> signals = new CopyOnWriteArrayList<>();
        UUID clip = system.submit(video, "Watched", Optional.of(Instant.now().plusSeconds(8)));

        system.gateway().follow(clip, signals::add);

        List<UploadState> states = signals.stream()
                .filter(ClipSignal.UploadChanged.class::isInstance)
                .map(signal -> ((ClipSignal.UploadChanged) signal).upload().state())
                .toList();
        assertThat(states).startsWith(UploadState.SCHEDULED).endsWith(UploadState.PUBLISHED);
        assertThat(signals).hasAtLeastOneElementOfType(ClipSignal.Progressed.class);
    }

    @Test
    void analyticsCountWhatWentLive() {
        long before = system.sandbox().posts().size();
        UUID clip = system.submit(video, "Counted", Optional.empty());
        system.awaitState(clip, UploadState.PUBLISHED, PATIENCE);

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode summary = JsonHttp.get(
                            system.stack().url(StackPart.GATEWAY).resolve("/v1/analytics/summary"),
                            "Authorization",
                            "Bearer " + system.stack().apiKey().orElseThrow())
                    .body();
            assertThat(summary.path("published").asLong()).isGreaterThan(before);
            assertThat(summary.at("/platforms/0/platform").asText()).isEqualTo("youtube");
            assertThat(summary.at("/platforms/0/successRate").asDouble()).isEqualTo(1.0);
        });
    }

    @Test
    void aClipThatComesAsAnEventGoesLiveAndIsAnswered() {
        String broker = system.stack().ports().kafkaBootstrapServers();
        ClipSubmission submission = RunningSystem.submission(video, "From a pipeline", Optional.empty());
        String id = UUID.randomUUID().toString();
        EventEnvelope<ClipSubmission> event = new EventEnvelope<>(
                id, "/studio/cutter", "episode-7", "default", Instant.now(), Optional.empty(), submission);

        try (TopicWriter writer = TopicWriter.open(broker);
                TopicReader replies = TopicReader.of(broker, Topics.CLIP_INTAKE_REPLIES)) {
            writer.send(Topics.CLIP_INTAKE, "episode-7", event);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(answersTo(replies, id)).hasSize(1));

            IntakeReply.Accepted accepted = answersTo(replies, id).getFirst().data(IntakeReply.Accepted.class);
            system.awaitState(accepted.clipId(), UploadState.PUBLISHED, PATIENCE);
        }
        assertThat(system.sandbox().postsTitled("From a pipeline")).hasSize(1);
    }

    @Test
    void anEventThatCannotBeReadIsSetAsideAndBlocksNothing() {
        String broker = system.stack().ports().kafkaBootstrapServers();
        try (TopicWriter writer = TopicWriter.open(broker);
                TopicReader deadLetters = TopicReader.of(broker, Topics.deadLetters(Topics.CLIP_INTAKE))) {
            String type = EventTypes.nameOf(ClipSubmission.class);
            writer.send(
                    Topics.CLIP_INTAKE,
                    "poison",
                    Map.of("ce_id", "1", "ce_source", "/studio", "ce_type", type, "ce_specversion", "1.0"),
                    "{ this is no JSON");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deadLetters.all(letter -> "poison".equals(letter.key())))
                            .hasSize(1));
        }
        UUID clip = system.submit(video, "After the poison", Optional.empty());
        system.awaitState(clip, UploadState.PUBLISHED, PATIENCE);
    }

    @Test
    void badInputIsRefusedWithAPointerAndStoresNothing() {
        Path missing = system.folder().resolve("missing.mp4");

        assertThatThrownBy(() -> system.submit(missing, "No file", Optional.empty()))
                .isInstanceOf(GatewayException.class)
                .hasMessageContaining("/media");

        assertThat(system.gateway().clips(100, Optional.empty()).items())
                .noneMatch(clip -> clip.title().equals("No file"));
    }

    private static List<ReceivedEvent> answersTo(TopicReader replies, String id) {
        return replies.all(reply -> reply.value().contains(id));
    }

    /** When the sandbox made the post's upload session. */
    private static Instant startOf(String title) {
        return Instant.parse(JsonHttp.get(system.stack().url(StackPart.SANDBOX).resolve("/sandbox/posts"))
                .body()
                .valueStream()
                .filter(post -> post.path("title").asText().equals(title))
                .findFirst()
                .orElseThrow()
                .path("createdAt")
                .asText());
    }
}
