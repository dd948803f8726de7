package io.cliprelay.worker.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.PlatformCommand;
import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.contracts.upload.SettleCommand;
import io.cliprelay.contracts.upload.Settlement;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadRef;

/** A file to publish and the commands that say so. */
public record Clip(Path file, UUID id) {

    public static Clip in(Path folder) {
        try {
            return new Clip(Files.writeString(folder.resolve("clip.mp4"), "as good as a video"), UUID.randomUUID());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public EventEnvelope<PlatformCommand> command(int attempt) {
        return command(attempt, Map.of());
    }

    /** The first attempt at a file of which this digest was declared. */
    public EventEnvelope<PlatformCommand> declared(String sha256) {
        PostContent plain = content(Map.of());
        PostContent declared = new PostContent(
                plain.media().declared(Optional.of(sha256)),
                plain.title(),
                plain.description(),
                plain.tags(),
                plain.privacy(),
                plain.thumbnail(),
                plain.options());
        return envelope(new UploadCommand(upload(), 1, Instant.now(), declared));
    }

    /** The same with auto-publish off. */
    public EventEnvelope<PlatformCommand> draft(int attempt) {
        return command(attempt, Map.of("auto-publish", "false"));
    }

    /** The same, submitted in test mode. */
    public EventEnvelope<PlatformCommand> test(int attempt) {
        return envelope(new UploadCommand(
                upload(), attempt, Instant.now(), content(Map.of()).keptToSandbox()));
    }

    public EventEnvelope<PlatformCommand> settled(int attempt, Settlement settlement) {
        return envelope(new SettleCommand(upload(), Optional.of(attempt), settlement));
    }

    /** The first attempt, in turn by {@code priority}. */
    public EventEnvelope<PlatformCommand> command(Priority priority) {
        return envelope(new UploadCommand(upload(), 1, Instant.now(), content(Map.of()), Optional.of(priority)));
    }

    private EventEnvelope<PlatformCommand> command(int attempt, Map<String, String> options) {
        return envelope(new UploadCommand(upload(), attempt, Instant.now(), content(options)));
    }

    private PostContent content(Map<String, String> options) {
        return new PostContent(reference(file), "a clip", "", List.of(), Privacy.PUBLIC, Optional.empty(), options);
    }

    private UploadRef upload() {
        return new UploadRef(id, UUID.randomUUID(), PaperPlatform.NAME, PaperAccounts.DEMO);
    }

    private EventEnvelope<PlatformCommand> envelope(PlatformCommand command) {
        return EventEnvelope.of("/test", id.toString(), "default", Instant.now(), command);
    }

    public static MediaReference reference(Path file) {
        try {
            return new MediaReference(
                    file.toUri(),
                    Optional.of(Files.size(file)),
                    Optional.of(Files.getLastModifiedTime(file).toInstant()),
                    Optional.of("video/mp4"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
