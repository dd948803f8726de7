package io.cliprelay.gateway.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.gateway.clip.ClipRow;
import io.cliprelay.gateway.schedule.ChangeAnswer;
import io.cliprelay.gateway.schedule.ChangeAnswer.UploadAnswer;
import io.cliprelay.gateway.status.Upload;
import io.cliprelay.gateway.status.UploadRow;
import io.cliprelay.gateway.status.UploadStatus;
import io.cliprelay.gateway.status.UploadView;
import io.cliprelay.kit.problem.ProblemException;

/** A change, and what the scheduler says that it came to. */
record Made(UUID clipId, Change change, List<UploadRow> uploads, ChangeAnswer answer) {

    private static final UploadFailure.Reason CANCELLED = new UploadFailure.Reason(
            "clip.cancelled", "The clip was cancelled", "Submit it again to publish it after all.");

    private static final UploadFailure.Reason LONG_OVER = new UploadFailure.Reason(
            "upload.over",
            "The upload was out before, and nothing is planned for it any more",
            "Submit the clip again to publish it anew.");

    Made {
        uploads = List.copyOf(uploads);
    }

    /** Throws a problem where nothing was done. */
    void requireAny() {
        List<ChangeResult.UploadResult> results = results();
        boolean any = results.stream().anyMatch(ChangeResult.UploadResult::done);
        boolean refused = results.stream().anyMatch(result -> result.why().isPresent());
        if (!any || change.wholeOnly() && refused) {
            throw new ProblemException(ChangeProblems.tooLate(clipId, results));
        }
    }

    /**
     * Has the rows say what is so from now on: the scheduler's events tell the same a moment later.
     *
     * @return the uploads that are otherwise than before
     */
    List<Upload> apply(ClipRow clip) {
        List<Upload> before = uploads.stream().map(UploadRow::upload).toList();
        if (change instanceof Change.Revise revise) {
            clip.revised(revise.to().title(), revise.to().submission());
        } else {
            clip.revised();
        }
        uploads.forEach(row -> answered(row).filter(UploadAnswer::done).ifPresentOrElse(now -> follow(row, now), () -> {
            if (isAhead(row)) {
                foresee(row);
            }
        }));
        return uploads.stream()
                .map(UploadRow::upload)
                .filter(upload -> !before.contains(upload))
                .toList();
    }

    Object[] all(ClipRow clip) {
        List<Object> rows = new ArrayList<>(uploads);
        rows.add(clip);
        return rows.toArray();
    }

    ChangeResult result() {
        return new ChangeResult(clipId, results());
    }

    private List<ChangeResult.UploadResult> results() {
        return uploads.stream().filter(this::isMeant).map(this::result).toList();
    }

    private ChangeResult.UploadResult result(UploadRow row) {
        Optional<UploadAnswer> answered = answered(row);
        return new ChangeResult.UploadResult(
                answered.map(UploadAnswer::done).orElse(isAhead(row)),
                UploadView.of(row.upload()),
                answered.map(UploadAnswer::why).orElseGet(() -> isForgotten(row)));
    }

    /**
     * Whether the scheduler does with the upload as it was told once it hears of the clip. Of what was out before it
     * knew, and forgot in time.
     */
    private boolean isAhead(UploadRow row) {
        return answer.remembered() && (isUntouched(row) || isCancelledAlready(row));
    }

    private Optional<UploadFailure.Reason> isForgotten(UploadRow row) {
        return answer.remembered() && !isAhead(row) ? Optional.of(LONG_OVER) : Optional.empty();
    }

    private static boolean isUntouched(UploadRow row) {
        return row.status().state() == UploadState.SCHEDULED && row.status().attempt() == 0;
    }

    private boolean isCancelledAlready(UploadRow row) {
        return change instanceof Change.Cancel && row.status().state() == UploadState.CANCELLED;
    }

    private boolean isMeant(UploadRow row) {
        return !(change instanceof Change.Retry retry)
                || retry.uploadId().equals(row.upload().id());
    }

    private void follow(UploadRow row, UploadAnswer now) {
        UploadStatus status = row.status().as(now.state(), now.attempt(), now.dueAt(), now.hold());
        row.become(now.state() == UploadState.CANCELLED ? status.cancelledFor(CANCELLED) : status);
    }

    /** The scheduler does as it was told once it hears of the clip; only the times are known already. */
    private void foresee(UploadRow row) {
        if (change instanceof Change.Cancel) {
            row.become(row.status()
                    .as(UploadState.CANCELLED, 0, row.status().dueAt(), Optional.empty())
                    .cancelledFor(CANCELLED));
        } else if (change instanceof Change.Revise revise) {
            planned(revise, row)
                    .ifPresent(planned ->
                            row.become(row.status().as(UploadState.SCHEDULED, 0, planned.dueAt(), Optional.empty())));
        }
    }

    private static Optional<PlannedUpload> planned(Change.Revise revise, UploadRow row) {
        return revise.to().uploads().stream()
                .filter(upload -> upload.uploadId().equals(row.upload().id()))
                .findFirst();
    }

    private Optional<UploadAnswer> answered(UploadRow row) {
        Map<UUID, UploadAnswer> answers =
                answer.uploads().stream().collect(Collectors.toMap(UploadAnswer::uploadId, Function.identity()));
        return Optional.ofNullable(answers.get(row.upload().id()));
    }
}
