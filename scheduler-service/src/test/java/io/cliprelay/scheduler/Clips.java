package io.cliprelay.scheduler;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.scheduler.job.Job;

/** Clips, and what the gateway and workers say of them. */
public final class Clips {

    public static final String TENANT = "acme";
    /** A platform that no scheduler has ever heard of. */
    public static final String PLATFORM = "testtube";

    public static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

    private Clips() {}

    /** A clip for one account, not to be published before {@code dueAt}. */
    public static ClipSubmitted dueAt(Instant dueAt) {
        return dueAt(dueAt, PLATFORM);
    }

    public static ClipSubmitted dueAt(Instant dueAt, String platform) {
        PlannedUpload upload = new PlannedUpload(UUID.randomUUID(), platform, UUID.randomUUID(), dueAt, content());
        return new ClipSubmitted(UUID.randomUUID(), Instant.now(), List.of(upload));
    }

    /** A clip for many accounts. */
    public static ClipSubmitted ofMany(int uploads, Instant dueAt) {
        List<PlannedUpload> planned = Stream.generate(
                        () -> new PlannedUpload(UUID.randomUUID(), PLATFORM, UUID.randomUUID(), dueAt, content()))
                .limit(uploads)
                .toList();
        return new ClipSubmitted(UUID.randomUUID(), Instant.now(), planned);
    }

    public static PostContent content() {
        MediaReference media = new MediaReference(
                URI.create("file:/tmp/holiday.mp4"), Optional.of(7L), Optional.empty(), Optional.of("video/mp4"));
        return new PostContent(
                media,
                "Holiday",
                "by the \"sea\"",
                List.of("sun"),
                Privacy.UNLISTED,
                Optional.empty(),
                Map.of("a", "b"));
    }

    public static EventEnvelope<ClipSubmitted> submitted(ClipSubmitted clip) {
        String subject = clip.clipId().toString();
        return EventEnvelope.of("/test/gateway", subject, TENANT, clip.submittedAt(), clip)
                .tracedBy(Optional.of(TRACE));
    }

    public static UploadRef only(ClipSubmitted clip) {
        PlannedUpload upload = clip.uploads().getFirst();
        return new UploadRef(upload.uploadId(), clip.clipId(), upload.platform(), upload.accountId());
    }

    public static EventEnvelope<UploadEvent> reported(UploadEvent event) {
        String subject = event.upload().uploadId().toString();
        return EventEnvelope.of("/test/worker", subject, TENANT, Instant.now(), event);
    }

    public static UploadFailure.Reason reason() {
        return new UploadFailure.Reason("test", "it failed", "nothing");
    }

    public static UploadRef upload() {
        return new UploadRef(UUID.randomUUID(), UUID.randomUUID(), PLATFORM, UUID.randomUUID());
    }

    /** A job before its first attempt. */
    public static Job job(UploadRef upload, UploadState state, Instant dueAt) {
        return new Job(
                upload,
                TENANT,
                state,
                dueAt,
                Priority.NORMAL,
                0,
                0,
                0,
                Optional.empty(),
                content(),
                Optional.empty(),
                Optional.empty(),
                dueAt);
    }
}
