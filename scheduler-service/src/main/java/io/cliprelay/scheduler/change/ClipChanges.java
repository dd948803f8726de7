package io.cliprelay.scheduler.change;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.clip.ClipCancelled;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.contracts.clip.ClipPaused;
import io.cliprelay.contracts.clip.ClipResumed;
import io.cliprelay.contracts.clip.ClipRevised;
import io.cliprelay.contracts.clip.ClipSubmitted;
import io.cliprelay.contracts.clip.UploadRetryRequested;
import io.cliprelay.contracts.clip.UploadSettled;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.consume.ConsumedEvents;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.kit.transaction.Transactions;
import io.cliprelay.scheduler.hold.Holds;
import io.cliprelay.scheduler.hold.WaitingJob;

/**
 * Changes clips that were handed in before. A change holds the clip's jobs while it is decided and written, so it wins
 * or loses against the dispatch of each of them, and the answer says which.
 */
@ApplicationScoped
public class ClipChanges {

    private static final String CONSUMER = "clip-changes";

    private final Transactions transactions;
    private final ConsumedEvents consumed;
    private final ClipJobs jobs;
    private final RememberedChanges remembered;
    private final Holds holds;
    private final JobChanges changes;

    ClipChanges(
            Transactions transactions,
            ConsumedEvents consumed,
            ClipJobs jobs,
            RememberedChanges remembered,
            Holds holds,
            JobChanges changes) {
        this.transactions = transactions;
        this.consumed = consumed;
        this.jobs = jobs;
        this.remembered = remembered;
        this.holds = holds;
        this.changes = changes;
    }

    /** Makes the change and answers when it is committed. Making it again finds it made. */
    public Uni<ChangeAnswer> make(EventEnvelope<ClipEvent> change) {
        return transactions.run(
                transaction -> consumed.firstTime(OpenTransaction.on(transaction), CONSUMER, change.id())
                        .chain(() -> make(transaction, change)));
    }

    /** The same for a change that was most likely made when it was asked for: an event comes after its answer. */
    public Uni<Void> hear(EventEnvelope<ClipEvent> change) {
        return transactions.run(
                transaction -> consumed.firstTime(OpenTransaction.on(transaction), CONSUMER, change.id())
                        .chain(first -> first
                                ? make(transaction, change).replaceWithVoid()
                                : Uni.createFrom().voidItem()));
    }

    /** To be called first in the transaction that adds a clip's jobs, so that no change of it is missed. */
    public Uni<Void> prepare(SqlConnection transaction, UUID clipId, List<UploadRef> uploads) {
        return jobs.lockClip(transaction, clipId).chain(() -> holds.prepare(transaction, uploads));
    }

    /** To be called when they are added: what was wanted of them before, and what is in their way, counts from now on. */
    public Uni<Void> catchUp(SqlConnection transaction, UUID clipId, List<UploadRef> uploads) {
        return remembered
                .take(transaction, clipId)
                .onItem()
                .transformToMulti(earlier -> Multi.createFrom().iterable(earlier))
                .onItem()
                .transformToUniAndConcatenate(change -> makeNow(transaction, change, uploads))
                .collect()
                .last()
                .chain(() -> holds.holdNew(transaction, uploads));
    }

    private Uni<ChangeAnswer> make(SqlConnection transaction, EventEnvelope<ClipEvent> change) {
        UUID clipId = change.data().clipId();
        return jobs.lockClip(transaction, clipId)
                .chain(() -> jobs.refs(transaction, clipId, change.tenant()))
                .chain(uploads -> uploads.isEmpty()
                        ? remembered.keep(transaction, change).replaceWith(ChangeAnswer.kept())
                        : holds.prepare(transaction, uploads).chain(() -> makeNow(transaction, change, uploads)));
    }

    private Uni<ChangeAnswer> makeNow(
            SqlConnection transaction, EventEnvelope<ClipEvent> change, List<UploadRef> uploads) {
        UUID clipId = change.data().clipId();
        return jobs.lock(transaction, clipId, change.tenant()).chain(before -> carryOut(transaction, change, before)
                .call(() -> holds.reconsider(transaction, uploads))
                .chain(decisions ->
                        jobs.lock(transaction, clipId, change.tenant()).map(after -> answer(decisions, after))));
    }

    private Uni<Map<UUID, ChangeDecision>> carryOut(
            SqlConnection transaction, EventEnvelope<ClipEvent> change, List<WaitingJob> before) {
        return switch (change.data()) {
            case ClipCancelled cancelled -> changes.cancel(transaction, before);
            case ClipPaused paused -> changes.pause(transaction, before);
            case ClipResumed resumed -> changes.resume(transaction, before);
            case ClipRevised revised -> changes.revise(transaction, before, revised);
            case UploadRetryRequested requested -> changes.retry(transaction, before, requested);
            case ClipSubmitted submitted -> Uni.createFrom().item(new HashMap<>());
            case UploadSettled settled -> Uni.createFrom().item(new HashMap<>());
        };
    }

    private static ChangeAnswer answer(Map<UUID, ChangeDecision> decisions, List<WaitingJob> after) {
        Map<UUID, WaitingJob> jobs = after.stream()
                .collect(Collectors.toMap(job -> job.job().upload().uploadId(), Function.identity()));
        return new ChangeAnswer(
                false,
                decisions.entrySet().stream()
                        .map(decided -> JobChanges.answer(jobs.get(decided.getKey()), decided.getValue()))
                        .toList());
    }
}
