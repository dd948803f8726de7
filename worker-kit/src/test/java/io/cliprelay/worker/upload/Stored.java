package io.cliprelay.worker.upload;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.worker.WorkerConfig;
import io.cliprelay.worker.inbox.Step;
import io.cliprelay.worker.inbox.StoredUpload;

/** Rows as decisions meet them. */
final class Stored {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final MediaReference FILE =
            new MediaReference(URI.create("file:/clip.mp4"), Optional.empty(), Optional.empty(), Optional.empty());

    private Stored() {}

    /** How often to ask, in numbers that are easy to count with. */
    record Asking(Duration first, Duration longest, Duration patience, Duration processingPatience, Duration listLag)
            implements WorkerConfig.Polling {

        static final Asking CALMLY = new Asking(
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                Duration.ofHours(6),
                Duration.ofHours(24),
                Duration.ofMinutes(2));
    }

    static StoredUpload at(Step step) {
        return at(step, Optional.empty(), 0, Optional.empty());
    }

    static StoredUpload at(Step step, Optional<Instant> intentAt, int looks, Optional<Instant> missingAt) {
        return of(FILE, step, intentAt, looks, missingAt);
    }

    /** One that is sent, of a file with this declared digest. */
    static StoredUpload declared(String sha256) {
        return of(FILE.declared(Optional.of(sha256)), Step.TRANSFER, Optional.empty(), 0, Optional.empty());
    }

    private static StoredUpload of(
            MediaReference media, Step step, Optional<Instant> intentAt, int looks, Optional<Instant> missingAt) {
        PostContent content =
                new PostContent(media, "a clip", "", List.of(), Privacy.PUBLIC, Optional.empty(), Map.of());
        UploadRef upload = new UploadRef(UUID.randomUUID(), UUID.randomUUID(), "paper", UUID.randomUUID());
        return new StoredUpload(
                new UploadCommand(upload, 1, NOW, content),
                "default",
                Optional.empty(),
                step,
                1,
                Optional.empty(),
                100,
                Optional.empty(),
                0,
                intentAt,
                Optional.empty(),
                looks,
                Optional.empty(),
                missingAt,
                Optional.empty(),
                0);
    }
}
