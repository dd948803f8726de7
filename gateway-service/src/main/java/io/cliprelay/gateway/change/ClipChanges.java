package io.cliprelay.gateway.change;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.gateway.clip.ClipProblems;
import io.cliprelay.gateway.clip.ClipRow;
import io.cliprelay.gateway.clip.ClipTagRow;
import io.cliprelay.gateway.event.Happenings;
import io.cliprelay.gateway.schedule.Scheduler;
import io.cliprelay.gateway.status.Upload;
import io.cliprelay.gateway.status.UploadRow;
import io.cliprelay.gateway.store.SessionTransaction;
import io.cliprelay.gateway.store.Store;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.outbox.OutgoingEvent;
import io.cliprelay.kit.problem.ProblemException;

/**
 * Has the scheduler make changes, keeps what came of them, and tells of them. The clip is locked meanwhile, so changes
 * of one clip come one after the other; so many are made at once, since each has a connection meanwhile. If the answer is lost, the change is asked for again and found made.
 */
@ApplicationScoped
class ClipChanges {

    private static final String SOURCE = "/cliprelay/gateway";

    private final Store store;
    private final Scheduler scheduler;
    private final Outbox outbox;
    private final Happenings happenings;
    private final InstantSource clock;
    private final Turns turns;

    ClipChanges(
            Store store,
            Scheduler scheduler,
            Outbox outbox,
            Happenings happenings,
            InstantSource clock,
            ChangeConfig config) {
        this.store = store;
        this.scheduler = scheduler;
        this.outbox = outbox;
        this.happenings = happenings;
        this.clock = clock;
        this.turns = new Turns(
                config.atOnce(), config.waiting(), () -> new ProblemException(ChangeProblems.tooManyAtOnce()));
    }

    /** Makes a change of a clip of the tenant; fails with a problem where there is none, or where none of it can be done. */
    Uni<ChangeResult> make(String tenant, UUID clipId, Change change) {
        return inTurn(() -> makeNow(tenant, clipId, change));
    }

    /** Does work that makes a change in a transaction of its own when a change may be made. */
    <T> Uni<T> inTurn(Supplier<Uni<T>> work) {
        return turns.take(here(), work);
    }

    /** The caller's own context, which its session belongs to. */
    private static Executor here() {
        return Optional.ofNullable(Vertx.currentContext())
                .<Executor>map(context -> work -> context.runOnContext(ignored -> work.run()))
                .orElse(Runnable::run);
    }

    /** Makes a change {@link #inTurn}. */
    Uni<ChangeResult> makeNow(String tenant, UUID clipId, Change change) {
        return store.write(session -> locked(session, tenant, clipId)
                .invoke(clip -> change.requireRevision(clipId, clip.revision()))
                .chain(clip -> make(session, clip, change)));
    }

    private Uni<ClipRow> locked(StatelessSession session, String tenant, UUID clipId) {
        return session.get(ClipRow.class, clipId, LockMode.PESSIMISTIC_WRITE).map(row -> Optional.ofNullable(row)
                .filter(clip -> clip.belongsTo(tenant))
                .orElseThrow(() -> new ProblemException(ClipProblems.noSuchClip(clipId.toString()))));
    }

    private Uni<ChangeResult> make(StatelessSession session, ClipRow clip, Change change) {
        EventEnvelope<ClipEvent> event = envelope(clip, change);
        return scheduler
                .change(event)
                .chain(answer -> uploads(session, clip.id()).map(rows -> new Made(clip.id(), change, rows, answer)))
                .invoke(Made::requireAny)
                .call(made -> keep(session, clip, made, event.time()))
                .call(() -> outbox.add(
                        new SessionTransaction(session), new OutgoingEvent(Topics.CLIP_EVENTS, event.subject(), event)))
                .map(Made::result);
    }

    private EventEnvelope<ClipEvent> envelope(ClipRow clip, Change change) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return EventEnvelope.of(SOURCE, clip.id().toString(), clip.tenant(), now, change.event(clip.id(), now));
    }

    private static Uni<List<UploadRow>> uploads(StatelessSession session, UUID clipId) {
        return session.createSelectionQuery("from UploadRow where clipId = ?1 order by position", UploadRow.class)
                .setParameter(1, clipId)
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private Uni<Void> keep(StatelessSession session, ClipRow clip, Made made, Instant at) {
        List<Upload> moved = made.apply(clip);
        return session.updateAll(made.all(clip))
                .chain(() -> tag(session, clip, made))
                .chain(() -> happenings.changed(
                        session, clip.tenant(), clip.id(), at, made.change().told(), moved));
    }

    private static Uni<Void> tag(StatelessSession session, ClipRow clip, Made made) {
        return made.change() instanceof Change.Revise revise
                ? session.createMutationQuery("delete from ClipTagRow where id.clipId = ?1")
                        .setParameter(1, clip.id())
                        .executeUpdate()
                        .chain(() -> session.insertMultiple(ClipTagRow.of(
                                clip.tenant(), clip.id(), revise.to().submission())))
                : Uni.createFrom().voidItem();
    }
}
