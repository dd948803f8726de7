package io.cliprelay.gateway.submission;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.Ids;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.clip.Predecessor;
import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.gateway.clip.ClipView;
import io.cliprelay.gateway.status.Upload;
import io.cliprelay.gateway.status.UploadStatus;
import io.cliprelay.gateway.status.UploadView;
import io.cliprelay.gateway.submission.rule.ResolvedTarget;
import io.cliprelay.gateway.submission.rule.Verdict;
import io.cliprelay.kit.outbox.OutgoingEvent;

/** All that will be stored of a sound submission, worked out before anything is. */
record Plan(UUID clipId, Submission submitted, Verdict.Sound sound) {

    /** Who says so. */
    static final String SOURCE = "/cliprelay/gateway";

    /** In bytes; half of what Kafka takes as it comes, so that others can tell of the clip with what they add. */
    static final int LARGEST_EVENT = 512 * 1024;

    static Plan of(Submission submission, Verdict.Sound sound) {
        return of(Ids.newClip(), submission, sound);
    }

    /** The same for a clip that was stored before. */
    static Plan of(UUID clipId, Submission submission, Verdict.Sound sound) {
        return new Plan(clipId, submission, sound);
    }

    String title() {
        return sound.title();
    }

    String tenant() {
        return submitted.tenant();
    }

    ClipSubmission submission() {
        return submitted.clip();
    }

    Instant submittedAt() {
        return sound.at();
    }

    ClipView view() {
        List<UploadView> uploads = targets().stream()
                .map(target -> UploadView.of(upload(target), target.forecast()))
                .toList();
        return ClipView.ofNew(clipId, sound.title(), submittedAt(), uploads);
    }

    OutgoingEvent event() {
        return new OutgoingEvent(
                Topics.CLIP_EVENTS,
                clipId.toString(),
                EventEnvelope.of(SOURCE, clipId.toString(), tenant(), submittedAt(), told())
                        .tracedBy(submitted.trace()));
    }

    /** What is wrong with a plan that no event can tell of. */
    Optional<FieldError> tooLarge() {
        int bytes = EventJson.encode(told()).getBytes(StandardCharsets.UTF_8).length;
        return Optional.of(SubmissionProblems.tooLarge(bytes, LARGEST_EVENT)).filter(error -> bytes > LARGEST_EVENT);
    }

    private ClipSubmitted told() {
        return new ClipSubmitted(clipId, submittedAt(), planned());
    }

    private List<ResolvedTarget> targets() {
        return sound.targets();
    }

    List<PlannedUpload> planned() {
        return targets().stream().map(this::planned).toList();
    }

    /** As they are at first, in the order of the targets. */
    List<Upload> uploads() {
        return targets().stream().map(this::upload).toList();
    }

    private Upload upload(ResolvedTarget target) {
        return new Upload(
                uploadId(target),
                target.account().platform(),
                target.account().id(),
                target.account().name(),
                UploadStatus.scheduled(target.dueAt()));
    }

    private PlannedUpload planned(ResolvedTarget target) {
        return new PlannedUpload(
                uploadId(target),
                target.account().platform(),
                target.account().id(),
                target.dueAt(),
                target.content(),
                target.timing().wallTime(),
                target.timing().slot(),
                sound.terms().priority(),
                sound.terms().notAfter(),
                target.timing().afterFirst().map(gap -> new Predecessor(uploadId(first()), gap)));
    }

    private ResolvedTarget first() {
        return targets().get(sound.terms().first().orElseThrow());
    }

    private UUID uploadId(ResolvedTarget target) {
        return Ids.upload(clipId, target.account().id());
    }
}
