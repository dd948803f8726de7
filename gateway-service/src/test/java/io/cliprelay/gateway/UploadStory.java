package io.cliprelay.gateway;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadPhase;
import io.cliprelay.contracts.upload.UploadProgress;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.TopicWriter;

/** What scheduler and worker tell of one upload. */
public record UploadStory(UploadRef upload, String tenant, TopicWriter writer) {

    public static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    /** The story of the first upload of an accepted clip. */
    public static UploadStory of(io.restassured.response.Response accepted, TopicWriter writer) {
        return of(accepted, 0, writer);
    }

    /** The story of the upload to the clip's target of that number, from 0. */
    public static UploadStory of(io.restassured.response.Response accepted, int number, TopicWriter writer) {
        UploadRef upload = new UploadRef(
                UUID.fromString(accepted.path("uploads[%d].id".formatted(number))),
                UUID.fromString(accepted.path("id")),
                Gateway.PLATFORM,
                Gateway.demo());
        return new UploadStory(upload, Gateway.TENANT, writer);
    }

    public EventEnvelope<UploadEvent> tell(UploadEvent event) {
        EventEnvelope<UploadEvent> envelope =
                EventEnvelope.of("/cliprelay/test-worker", upload.uploadId().toString(), tenant, Instant.now(), event);
        again(envelope);
        return envelope;
    }

    public void again(EventEnvelope<UploadEvent> envelope) {
        writer.send(Topics.UPLOAD_EVENTS, upload.uploadId(), envelope);
    }

    public void progress(long bytes) {
        UploadProgress progress = new UploadProgress(
                upload, 1, UploadPhase.TRANSFERRING, bytes, 1000, 100, Optional.of(1L), Instant.now());
        writer.send(
                Topics.UPLOAD_PROGRESS,
                upload.uploadId(),
                EventEnvelope.of(
                        "/cliprelay/test-worker", upload.uploadId().toString(), tenant, Instant.now(), progress));
    }

    public UploadEvent queued(int attempt) {
        return new UploadEvent.Queued(upload, attempt, LATER);
    }

    public UploadEvent started(int attempt) {
        return new UploadEvent.Started(upload, attempt);
    }

    public UploadEvent processing(int attempt) {
        return new UploadEvent.Processing(upload, attempt, Optional.of("vid1"));
    }

    public UploadEvent published(int attempt) {
        return new UploadEvent.Published(
                upload,
                attempt,
                new UploadEvent.Publication("vid1", URI.create("https://example.org/vid1"), LATER),
                LATER);
    }

    public UploadEvent drafted(int attempt) {
        return new UploadEvent.Drafted(upload, attempt, Optional.of("container1"), Optional.of(LATER));
    }

    public UploadEvent retry(int attempt) {
        return new UploadEvent.RetryScheduled(upload, attempt, failure(), LATER);
    }

    public UploadEvent unconfirmed(int attempt) {
        return new UploadEvent.Unconfirmed(upload, attempt, failure());
    }

    public UploadEvent failed(int attempt) {
        return new UploadEvent.Failed(upload, attempt, failure());
    }

    private static UploadFailure failure() {
        return new UploadFailure.Transient(new UploadFailure.Reason("backendError", "HTTP 503", "Wait."));
    }
}
