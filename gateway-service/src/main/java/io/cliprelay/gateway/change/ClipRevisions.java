package io.cliprelay.gateway.change;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.gateway.clip.ClipProblems;
import io.cliprelay.gateway.clip.ClipRow;
import io.cliprelay.gateway.clip.ETags;
import io.cliprelay.gateway.status.Upload;
import io.cliprelay.gateway.status.UploadRow;
import io.cliprelay.gateway.store.Store;
import io.cliprelay.gateway.submission.Revision;
import io.cliprelay.gateway.submission.Revisions;
import io.cliprelay.kit.problem.ProblemException;
import io.cliprelay.kit.problem.UnreadableJson;

/** Works out what a patched clip is, judges it like a new one, and has it changed. */
@ApplicationScoped
class ClipRevisions {

    private final Store store;
    private final Revisions revisions;
    private final ClipChanges changes;
    private final InstantSource clock;

    ClipRevisions(Store store, Revisions revisions, ClipChanges changes, InstantSource clock) {
        this.store = store;
        this.revisions = revisions;
        this.changes = changes;
        this.clock = clock;
    }

    /** Fails with a problem where the clip is not there, not as the caller saw it, out, or not sound as it would be. */
    Uni<ChangeResult> patch(String tenant, UUID clipId, ClipPatch patch, Optional<String> ifMatch) {
        return store.read(session -> session.get(ClipRow.class, clipId))
                .map(row -> seen(tenant, clipId, row, ifMatch))
                .chain(clip -> patch.moves()
                        ? revisions.judge(clip, patched(clip, patch), clock.instant())
                        : unmoved(clip, patched(clip, patch)))
                // Asked for again once it is locked: meanwhile it may have been changed.
                .chain(revision -> changes.make(tenant, clipId, new Change.Revise(revision, ifMatch)));
    }

    private static ClipRow seen(String tenant, UUID clipId, ClipRow row, Optional<String> ifMatch) {
        ClipRow clip = Optional.ofNullable(row)
                .filter(found -> found.belongsTo(tenant))
                .orElseThrow(() -> new ProblemException(ClipProblems.noSuchClip(clipId.toString())));
        if (!ETags.matches(ifMatch, clip.revision())) {
            throw new ProblemException(ChangeProblems.overtaken(clipId));
        }
        return clip;
    }

    private static ClipSubmission patched(ClipRow clip, ClipPatch patch) {
        String submission = clip.submission().orElseThrow(() -> new ProblemException(ChangeProblems.fixed(clip.id())));
        try {
            return patch.applyTo(submission);
        } catch (JsonProcessingException wrong) {
            throw new ProblemException(UnreadableJson.problem(wrong));
        }
    }

    /** A clip that keeps its time keeps it, also where that is past by now, or its uploads were moved since. */
    private Uni<Revision> unmoved(ClipRow clip, ClipSubmission patched) {
        return revisions.judgeAsPlanned(clip, patched, clip.createdAt()).chain(revision -> due(clip.id())
                .map(revision::keeping));
    }

    private Uni<Map<UUID, Instant>> due(UUID clipId) {
        return store.read(session -> session.createSelectionQuery("from UploadRow where clipId = ?1", UploadRow.class)
                .setParameter(1, clipId)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(UploadRow::upload)
                        .collect(Collectors.toMap(
                                Upload::id, upload -> upload.status().dueAt()))));
    }
}
