package io.cliprelay.gateway.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Ids;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.gateway.clip.ClipRow;
import io.cliprelay.gateway.clip.ClipView;
import io.cliprelay.gateway.status.Upload;
import io.cliprelay.gateway.status.UploadRow;
import io.cliprelay.gateway.status.UploadStatus;
import io.cliprelay.gateway.submission.rule.ResolvedTarget;
import io.cliprelay.gateway.submission.rule.Verdict;
import io.cliprelay.kit.outbox.OutgoingEvent;

/** All that will be stored of a sound submission, worked out before anything is. */
record Plan(
        UUID clipId,
        String tenant,
        String title,
        Instant submittedAt,
        ClipSubmission submission,
        List<ResolvedTarget> targets) {

    /** Who says so. */
    static final String SOURCE = "/cliprelay/gateway";

    Plan {
        targets = List.copyOf(targets);
    }

    static Plan of(Submission submission, Verdict.Sound sound) {
        return of(Ids.newClip(), submission, sound);
    }

    /** The same for a clip that was stored before. */
    static Plan of(UUID clipId, Submission submission, Verdict.Sound sound) {
        return new Plan(clipId, submission.tenant(), sound.title(), sound.at(), submission.clip(), sound.targets());
    }

    ClipRow clip() {
        return new ClipRow(clipId, tenant, title, submittedAt, submission);
    }

    List<UploadRow> uploadRows() {
        List<Upload> uploads = uploads();
        return IntStream.range(0, uploads.size())
                .mapToObj(position -> new UploadRow(uploads.get(position), clipId, tenant, position))
                .toList();
    }

    ClipView view() {
        return ClipView.of(clipId, title, submittedAt, uploads());
    }

    OutgoingEvent event() {
        ClipSubmitted submitted = new ClipSubmitted(clipId, submittedAt, planned());
        return new OutgoingEvent(
                Topics.CLIP_EVENTS,
                clipId.toString(),
                EventEnvelope.of(SOURCE, clipId.toString(), tenant, submittedAt, submitted));
    }

    List<PlannedUpload> planned() {
        return targets.stream().map(this::planned).toList();
    }

    private List<Upload> uploads() {
        return targets.stream()
                .map(target -> new Upload(
                        uploadId(target),
                        target.account().platform(),
                        target.account().id(),
                        target.account().name(),
                        UploadStatus.scheduled(target.dueAt())))
                .toList();
    }

    private PlannedUpload planned(ResolvedTarget target) {
        return new PlannedUpload(
                uploadId(target), target.account().platform(), target.account().id(), target.dueAt(), target.content());
    }

    private UUID uploadId(ResolvedTarget target) {
        return Ids.upload(clipId, target.account().id());
    }
}
