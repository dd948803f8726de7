package io.cliprelay.analytics;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Ids;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.post.PostEvent;
import io.cliprelay.contracts.upload.Hold;
import io.cliprelay.contracts.upload.HoldCause;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.testing.TopicWriter;

/**
 * What the other services would tell of one upload.
 *
 * @param due when it was to begin, and was handed in
 */
public record Story(String tenant, UploadRef upload, Instant due, List<String> tags) {

    /** One event on its topic. */
    public record Told(String topic, String key, EventEnvelope<?> event) {

        public void to(TopicWriter writer) {
            writer.send(topic, key, event);
        }
    }

    public static Story of(String tenant, String platform, Instant due, String... tags) {
        return of(tenant, platform, Ids.account(tenant, platform, "main"), due, tags);
    }

    public static Story of(String tenant, String platform, UUID account, Instant due, String... tags) {
        UUID clip = Ids.newClip();
        return new Story(tenant, new UploadRef(Ids.upload(clip, account), clip, platform, account), due, List.of(tags));
    }

    public Told submitted() {
        MediaReference media =
                new MediaReference(URI.create("file:/clip.mp4"), Optional.empty(), Optional.empty(), Optional.empty());
        PostContent content =
                new PostContent(media, "Title, with \"quotes\"", "", tags, Privacy.PRIVATE, Optional.empty(), Map.of());
        PlannedUpload planned =
                new PlannedUpload(upload.uploadId(), upload.platform(), upload.accountId(), due, content);
        return told(
                Topics.CLIP_EVENTS, upload.clipId(), due, new ClipSubmitted(upload.clipId(), due, List.of(planned)));
    }

    public Told started(int attempt, Duration afterDue) {
        return told(afterDue, new UploadEvent.Started(upload, attempt));
    }

    public Told processing(int attempt, Duration afterDue) {
        return told(afterDue, new UploadEvent.Processing(upload, attempt, Optional.empty()));
    }

    public Told published(int attempt, Duration afterDue) {
        UploadEvent.Publication publication =
                new UploadEvent.Publication("abc", URI.create("https://example.com/abc"), due.plus(afterDue));
        return told(afterDue, new UploadEvent.Published(upload, attempt, publication, due));
    }

    public Told attemptFailed(int attempt, UploadFailure failure) {
        return told(Duration.ofSeconds(attempt), new UploadEvent.AttemptFailed(upload, attempt, failure));
    }

    public Told failed(int attempt, UploadFailure failure) {
        return told(Duration.ofSeconds(attempt), new UploadEvent.Failed(upload, attempt, failure));
    }

    public Told scheduled(int attempt, Duration afterDue, Instant newDue) {
        return told(afterDue, new UploadEvent.Scheduled(upload, attempt, newDue, why()));
    }

    public Told held(int attempt, Duration afterDue) {
        Hold hold = new Hold(HoldCause.PAUSED, due.plus(afterDue), Optional.empty(), why());
        return told(afterDue, new UploadEvent.Held(upload, attempt, hold));
    }

    public Told cancelled(int attempt, Duration afterDue) {
        return told(afterDue, new UploadEvent.Cancelled(upload, attempt, why()));
    }

    private static UploadFailure.Reason why() {
        return new UploadFailure.Reason("wished", "somebody wished it", "nothing to do");
    }

    public Told measured(Instant at, Optional<Long> views, Optional<Long> likes) {
        PostEvent told = new PostEvent.Measured(upload, "abc", at, views, likes, Optional.empty(), Optional.empty());
        return told(Topics.POST_EVENTS, upload.uploadId(), at, told);
    }

    public Told gone(Instant at) {
        return told(Topics.POST_EVENTS, upload.uploadId(), at, new PostEvent.Missing(upload, "abc", at));
    }

    public static UploadFailure tooFast() {
        return new UploadFailure.RateLimited(
                new UploadFailure.Reason("429", "slow down", "nothing to do"), Optional.empty());
    }

    public static UploadFailure badTitle() {
        return new UploadFailure.InvalidInput(new UploadFailure.Reason("invalidTitle", "refused", "change it"));
    }

    private Told told(Duration afterDue, UploadEvent event) {
        return told(Topics.UPLOAD_EVENTS, upload.uploadId(), due.plus(afterDue), event);
    }

    private Told told(String topic, UUID subject, Instant at, Object data) {
        return new Told(topic, subject.toString(), EventEnvelope.of("/test", subject.toString(), tenant, at, data));
    }
}
