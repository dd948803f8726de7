package io.cliprelay.scheduler.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.PlannedUpload;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.outbox.OutgoingEvent;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.scheduler.budget.Budgets;
import io.cliprelay.scheduler.budget.MovedByBudget;
import io.cliprelay.scheduler.budget.Wish;
import io.cliprelay.scheduler.slot.Slots;
import io.cliprelay.scheduler.time.Placement;
import io.cliprelay.scheduler.time.ZoneRules;

/** Gives the uploads of a new clip their places in time: in free slots, and where their platforms have room. */
@ApplicationScoped
class ClipPlanning {

    private final Slots slots;
    private final Budgets budgets;
    private final JobStore jobs;
    private final Outbox outbox;

    ClipPlanning(Slots slots, Budgets budgets, JobStore jobs, Outbox outbox) {
        this.slots = slots;
        this.budgets = budgets;
        this.jobs = jobs;
        this.outbox = outbox;
    }

    /** Adds the clip's jobs, and tells where one is not as was said at its submission. */
    Uni<Void> add(SqlConnection transaction, String tenant, ClipSubmitted clip, Optional<String> trace) {
        return inSlots(transaction, tenant, clip)
                .chain(placed -> withinBudgets(transaction, placed))
                .chain(placed -> jobs.add(transaction, tenant, clipOf(clip, placed), trace)
                        .map(added -> news(clip, placed, added)))
                .map(events -> outgoing(tenant, clip.submittedAt(), trace, events))
                .chain(events -> outbox.addAll(OpenTransaction.on(transaction), events));
    }

    private Uni<List<Placement>> inSlots(SqlConnection transaction, String tenant, ClipSubmitted clip) {
        return Multi.createFrom()
                .iterable(clip.uploads())
                .onItem()
                .transformToUniAndConcatenate(upload -> slots.place(transaction, tenant, ZoneRules.placed(upload)))
                .collect()
                .asList();
    }

    private Uni<List<Placement>> withinBudgets(SqlConnection transaction, List<Placement> placed) {
        List<Wish> wishes = placed.stream().map(Placement::upload).map(Wish::of).toList();
        return budgets.forecasts(transaction, wishes).map(forecasts -> IntStream.range(0, placed.size())
                .mapToObj(index -> MovedByBudget.of(placed.get(index), forecasts.get(index)))
                .toList());
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
