package io.cliprelay.scheduler;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.UploadSettled;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.kit.testing.TopicWriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The topics around the scheduler: what others say to it, and what it says. */
public final class Stage implements AutoCloseable {

    public static final Duration PATIENCE = Duration.ofSeconds(20);

    public final TopicWriter writer = TopicWriter.open();
    public final TopicReader events = TopicReader.of(Topics.UPLOAD_EVENTS);
    public final TopicReader commands;

    public Stage() {
        this(Clips.PLATFORM);
    }

    public Stage(String platform) {
        this.commands = TopicReader.of(Topics.platformUpload(platform));
    }

    public void submit(EventEnvelope<ClipSubmitted> event) {
        writer.send(Topics.CLIP_EVENTS, event.data().clipId(), event);
    }

    public void settle(EventEnvelope<UploadSettled> event) {
        writer.send(Topics.CLIP_EVENTS, event.data().clipId(), event);
    }

    public void report(UploadEvent event) {
        writer.send(Topics.UPLOAD_EVENTS, event.upload().uploadId(), Clips.reported(event));
    }

    /** Waits for the command number {@code count} about the upload. */
    public ReceivedEvent awaitCommand(UUID uploadId, int count) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .untilAsserted(() -> assertThat(commands.about(uploadId)).hasSizeGreaterThanOrEqualTo(count));
        return commands.about(uploadId).get(count - 1);
    }

    /** Waits for an event of a type about the upload, the first of them. */
    public ReceivedEvent awaitEvent(UUID uploadId, Class<? extends UploadEvent> type) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> events.about(uploadId).stream()
                                .filter(event -> event.is(type))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Override
    public void close() {
        writer.close();
        events.close();
        commands.close();
    }
}
