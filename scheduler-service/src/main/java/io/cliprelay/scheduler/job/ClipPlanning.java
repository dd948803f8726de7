package io.cliprelay.scheduler.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.outbox.OutgoingEvent;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.scheduler.time.Placement;

/** Gives the uploads of a new clip their places in time: in free slots, and where their platforms have room. */
@ApplicationScoped
class ClipPlanning {

    private final Placements placements;
    private final JobStore jobs;
    private final Outbox outbox;

    ClipPlanning(Placements placements, JobStore jobs, Outbox outbox) {
        this.placements = placements;
        this.jobs = jobs;
        this.outbox = outbox;
    }

    /** Adds the clip's jobs, and tells where one is not as was said at its submission. */
    Uni<Void> add(SqlConnection transaction, String tenant, ClipSubmitted clip, Optional<String> trace) {
        return placements
                .place(transaction, tenant, clip.uploads())
                .chain(placed -> jobs.add(transaction, tenant, clipOf(clip, placed), trace)
                        .call(() -> jobs.notePlaces(transaction, placed))
                        .map(added -> news(clip, placed, added)))
                .map(events -> outgoing(tenant, clip.submittedAt(), trace, events))
                .chain(events -> outbox.addAll(OpenTransaction.on(transaction), events));
    }

    private static ClipSubmitted clipOf(ClipSubmitted clip, List<Placement> placed) {
        List<PlannedUpload> uploads = placed.stream().map(Placement::upload).toList();
        return new ClipSubmitted(clip.clipId(), clip.submittedAt(), uploads);
    }

    private static List<UploadEvent> news(ClipSubmitted clip, List<Placement> placed, Set<UUID> added) {
        return placed.stream()
                .filter(placement -> added.contains(placement.upload().uploadId()))
                .flatMap(placement -> news(clip, placement))
                .toList();
    }

    private static Stream<UploadEvent> news(ClipSubmitted clip, Placement placement) {
        PlannedUpload upload = placement.upload();
        UploadRef ref = new UploadRef(upload.uploadId(), clip.clipId(), upload.platform(), upload.accountId());
        List<UploadEvent> events = new ArrayList<>();
        placement.reason().ifPresent(why -> events.add(new UploadEvent.Scheduled(ref, 0, upload.dueAt(), why)));
        upload.after()
                .map(first -> NewJob.holdUntil(first, clip.submittedAt()))
                .ifPresent(hold -> events.add(new UploadEvent.Held(ref, 0, hold)));
        return events.stream();
    }

    private static List<OutgoingEvent> outgoing(
            String tenant, Instant at, Optional<String> trace, List<UploadEvent> events) {
        return events.stream()
                .map(event -> JobEvents.toEveryone(tenant, trace, at, event))
                .toList();
    }
}
