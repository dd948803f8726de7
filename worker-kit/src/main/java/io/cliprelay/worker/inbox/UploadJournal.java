package io.cliprelay.worker.inbox;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.outbox.OutgoingEvent;
import io.cliprelay.kit.telemetry.TraceContext;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.kit.transaction.Transactions;
import io.cliprelay.worker.WorkerConfig;
import io.cliprelay.worker.spi.RemoteHandle;

/**
 * Writes down each step of an upload, with the event that tells of it, in one transaction. Every write carries the
 * fencing number of the take it belongs to, and fails with {@link LeaseLostException} where another owner has taken the
 * upload since.
 */
@ApplicationScoped
public class UploadJournal {

    /** A post that was published twice over is still one post. */
    private static final String PLAN_READING = """
            insert into reading (upload_id, due_at) values ($1, now() + $2 * interval '1 millisecond')
            on conflict (upload_id) do nothing
            """;

    /** In one statement, so that a question which is answered meanwhile is seen as one or the other. */
    private static final String OF_ANOTHER = """
            select 1 from upload
            where account_id = $1 and upload_id <> $3 and (post_id = $2 or post_id is null and intent_at is not null
              and step in ('TRANSFER', 'PREPARE', 'RECONCILE') and %s)
            limit 1
            """.formatted(Stream.of("title", "description", "tags")
            .map("command::jsonb #> '{content,%1$s}' = $4::text::jsonb #> '{content,%1$s}'"::formatted)
            .collect(Collectors.joining(" and ")));

    private static final String UNCLEAR =
            "step = 'RECONCILE', looks = looks + 1, unclear_at = coalesce(unclear_at, now())";

    private static final String RELEASED = "owner = null, lease_until = null";

    /** Whatever was looked for in vain, it is not now. */
    private static final String ANEW = "looks = 0, unclear_at = null, missing_at = null, verdict = null";

    private final Pool pool;
    private final Transactions transactions;
    private final Outbox outbox;
    private final WorkerConfig.Statistics statistics;
    private final Duration leaseDuration;
    private final InstantSource clock;

    UploadJournal(Pool pool, Transactions transactions, Outbox outbox, WorkerConfig config, InstantSource clock) {
        this.pool = pool;
        this.transactions = transactions;
        this.outbox = outbox;
        this.statistics = config.statistics();
        this.leaseDuration = config.lease().duration();
        this.clock = clock;
    }

    /** Work at this attempt begins. */
    public Uni<Void> started(StoredUpload upload) {
        return write(upload, "step = 'TRANSFER'", List.of(), new UploadEvent.Started(ref(upload), attempt(upload)));
    }

    /** The platform gave a session for this version of the media; stored before the first byte is sent. */
    public Uni<Void> opened(StoredUpload upload, RemoteHandle handle, long totalBytes, String mediaVersion) {
        return write(
                upload,
                "handle = $3, opened_at = $4, total_bytes = $5, media_version = $6, acked_bytes = 0, intent_at = null, "
                        + "post_id = null",
                List.of(handle.value(), handle.openedAt().atOffset(ZoneOffset.UTC), totalBytes, mediaVersion));
    }

    /** The session goes on under another handle. */
    public Uni<Void> moved(StoredUpload upload, RemoteHandle handle) {
        return write(upload, "handle = $3", List.of(handle.value()));
    }

    /**
     * The platform has this many bytes, and waits for more: what was about to finish has not. With all bytes there and
     * no word of completion the intent stays, since such videos were seen live.
     */
    public Uni<Void> acknowledged(StoredUpload upload, long bytes) {
        return write(
                upload,
                "acked_bytes = $3, intent_at = case when $3 < total_bytes then null else intent_at end",
                List.of(bytes));
    }

    /**
     * The next call may publish. A process that stood still for longer than a lease lasts, before it saw the answer, does
     * not make that call: another may have made it.
     */
    public Uni<Void> intends(StoredUpload upload) {
        return asOwner(upload, "intent_at = now(), " + ANEW);
    }

    /**
     * A call that may publish is about to leave, again or after a delay. The intent keeps the time of the first: from then
     * on the platform may have the post. A process that stood still meanwhile does not make the call.
     */
    public Uni<Void> stillIntends(StoredUpload upload) {
        return asOwner(upload, "intent_at = coalesce(intent_at, now())");
    }

    private Uni<Void> asOwner(StoredUpload upload, String change) {
        return Uni.createFrom().deferred(() -> {
            long asked = System.nanoTime();
            return write(upload, change, List.of()).invoke(() -> requireAwake(upload, asked));
        });
    }

    private void requireAwake(StoredUpload upload, long asked) {
        if (System.nanoTime() - asked > leaseDuration.toNanos()) {
            throw new LeaseLostException(upload.id(), upload.fencing());
        }
    }

    /** The platform refused the call that the intent was for: it did nothing. */
    public Uni<Void> withdrawn(StoredUpload upload) {
        return write(upload, "intent_at = null", List.of());
    }

    /** The last owner was about to publish and left no outcome: look before anything else. */
    public Uni<Void> reconciling(StoredUpload upload) {
        return write(upload, "step = 'RECONCILE', " + ANEW, List.of());
    }

    /** A look at the platform showed that nothing was published; sending goes on. */
    public Uni<Void> resumed(StoredUpload upload) {
        String change = "step = 'TRANSFER', intent_at = null, " + ANEW;
        return upload.unclearAt().isEmpty()
                ? write(upload, change, List.of())
                : write(
                        upload,
                        change + ", resumes = resumes + 1",
                        List.of(),
                        new UploadEvent.Started(ref(upload), attempt(upload)));
    }

    /** The session is of no use any more, and nothing was published through it. */
    public Uni<Void> abandoned(StoredUpload upload) {
        return write(
                upload,
                "handle = null, opened_at = null, media_version = null, acked_bytes = 0, intent_at = null",
                List.of());
    }

    /** The platform has everything, and will have to be told to publish it. */
    public Uni<Void> transferred(StoredUpload upload) {
        return write(
                upload,
                "step = 'PREPARE', acked_bytes = total_bytes, intent_at = null, " + ANEW,
                List.of(),
                new UploadEvent.Processing(ref(upload), attempt(upload), Optional.empty()));
    }

    /** The platform wants bytes after all, or a new session. */
    public Uni<Void> untransferred(StoredUpload upload) {
        return write(upload, "step = 'TRANSFER', " + ANEW, List.of());
    }

    /** The platform is not ready to publish: to be asked again at {@code next}. */
    public Uni<Void> stillPreparing(StoredUpload upload, Instant next) {
        return notShown(upload, next);
    }

    /** The platform has everything and named the post. */
    public Uni<Void> completed(StoredUpload upload, String postId) {
        String change = "step = 'INSPECT', post_id = $3, " + ANEW;
        return upload.step() == Step.PREPARE
                ? write(upload, change, List.of(postId))
                : write(
                        upload,
                        change,
                        List.of(postId),
                        new UploadEvent.Processing(ref(upload), attempt(upload), Optional.of(postId)));
    }

    /** The platform keeps it for its owner to publish; nothing is left to do. */
    public Uni<Void> drafted(StoredUpload upload, Optional<Instant> expiresAt) {
        return write(
                upload,
                "step = 'DONE', intent_at = null, " + RELEASED,
                List.of(),
                new UploadEvent.Drafted(ref(upload), attempt(upload), upload.postId(), expiresAt));
    }

    /** The platform confirmed that the post is live; {@code next} is what is left to do. */
    public Uni<Void> published(StoredUpload upload, String postId, URI permalink, Step next) {
        UploadEvent.Publication publication = new UploadEvent.Publication(postId, permalink, clock.instant());
        UploadEvent published = new UploadEvent.Published(
                ref(upload), attempt(upload), publication, upload.command().dueAt());
        return transactions.run(tx -> {
            OpenTransaction transaction = OpenTransaction.on(tx);
            return fenced(transaction, upload, "step = $3, post_id = $4, " + ANEW, List.of(next.name(), postId))
                    .chain(() -> planReading(transaction, upload, next))
                    .chain(() -> outbox.addAll(transaction, outgoing(upload, List.of(published))));
        });
    }

    /** Not of a post that a person found: its id is that person's word. */
    private Uni<Void> planReading(OpenTransaction transaction, StoredUpload upload, Step next) {
        return firstReading()
                .filter(after -> next == Step.FOLLOW_UP)
                .map(after -> transaction
                        .update(PLAN_READING, List.of(upload.id(), after.toMillis()))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Optional<Duration> firstReading() {
        return statistics.after().stream().filter(after -> statistics.enabled()).min(Comparator.naturalOrder());
    }

    /** Nothing is left to do. */
    public Uni<Void> done(StoredUpload upload) {
        return write(upload, "step = 'DONE', " + RELEASED, List.of());
    }

    /** This attempt did not publish, and nothing of it will. */
    public Uni<Void> failed(StoredUpload upload, UploadFailure failure) {
        return write(
                upload,
                "step = 'FAILED', intent_at = null, " + RELEASED,
                List.of(),
                new UploadEvent.AttemptFailed(ref(upload), attempt(upload), failure));
    }

    /** The platform refused the post that it had taken: a further attempt would need a new session. */
    public Uni<Void> rejected(StoredUpload upload, UploadFailure failure) {
        return write(
                upload,
                "step = 'FAILED', handle = null, opened_at = null, acked_bytes = 0, intent_at = null, post_id = null, "
                        + RELEASED,
                List.of(),
                new UploadEvent.AttemptFailed(ref(upload), attempt(upload), failure));
    }

    /** Nobody can say whether it was published; to be looked up at {@code next}. Told once, however often it is so. */
    public Uni<Void> unclear(StoredUpload upload, UploadFailure failure, Instant next) {
        return inQuestion(upload, UNCLEAR, failure, next);
    }

    /** As unclear; where it was not published, the failure is what is to be said of it. */
    public Uni<Void> judged(StoredUpload upload, UploadFailure verdict, Instant next) {
        return inQuestion(upload, UNCLEAR + ", verdict = $4::text::jsonb", verdict, next, EventJson.encode(verdict));
    }

    /** The platform was asked and does not show the upload: since then, unless it was so before. */
    public Uni<Void> lookedInVain(StoredUpload upload) {
        return write(upload, "missing_at = coalesce(missing_at, now())", List.of());
    }

    /** As unclear, but the platform was not asked: no look that proves anything. */
    public Uni<Void> postponed(StoredUpload upload, UploadFailure failure, Instant next) {
        return inQuestion(upload, "step = 'RECONCILE', unclear_at = coalesce(unclear_at, now())", failure, next);
    }

    /**
     * The platform has it under a known id and cannot be asked what became of it; to be asked again at {@code next}. Told
     * once, however often it is so.
     */
    public Uni<Void> doubtful(StoredUpload upload, UploadFailure failure, Instant next) {
        return inQuestion(upload, "looks = looks + 1, unclear_at = coalesce(unclear_at, now())", failure, next);
    }

    /**
     * The platform has shown the post as not yet viewable for so long that nobody can say whether it ever will be; to be
     * looked at again at {@code next}. Told once, however often it is so.
     */
    public Uni<Void> lingering(StoredUpload upload, UploadFailure failure, Instant next) {
        // The post was seen right now: should it be missing later, it is so from then on.
        return inQuestion(
                upload,
                "looks = looks + 1, unclear_at = coalesce(unclear_at, now()), missing_at = null",
                failure,
                next);
    }

    private Uni<Void> inQuestion(
            StoredUpload upload, String change, UploadFailure failure, Instant next, Object... more) {
        String all = change + ", next_at = $3, " + RELEASED;
        List<Object> parameters = Stream.concat(Stream.of(next.atOffset(ZoneOffset.UTC)), Stream.of(more))
                .toList();
        return upload.unclearAt().isPresent()
                ? write(upload, all, parameters)
                : write(upload, all, parameters, new UploadEvent.Unconfirmed(ref(upload), attempt(upload), failure));
    }

    /** To be looked at again at {@code next}, by whoever is free then. */
    public Uni<Void> lookAgain(StoredUpload upload, Instant next) {
        return write(upload, "looks = looks + 1, next_at = $3, " + RELEASED, List.of(next.atOffset(ZoneOffset.UTC)));
    }

    /** The platform shows the post, not yet viewable: to be looked at again at {@code next}. */
    public Uni<Void> stillProcessing(StoredUpload upload, Instant next) {
        String change = "looks = looks + 1, unclear_at = null, missing_at = null, next_at = $3, " + RELEASED;
        List<Object> parameters = List.of(next.atOffset(ZoneOffset.UTC));
        // It may have been told that nobody knows.
        return upload.unclearAt().isEmpty()
                ? write(upload, change, parameters)
                : write(
                        upload,
                        change,
                        parameters,
                        new UploadEvent.Processing(ref(upload), attempt(upload), upload.postId()));
    }

    /** The platform does not show the post, which it had taken: to be looked at again at {@code next}. */
    public Uni<Void> notShown(StoredUpload upload, Instant next) {
        return write(
                upload,
                "looks = looks + 1, missing_at = coalesce(missing_at, now()), next_at = $3, " + RELEASED,
                List.of(next.atOffset(ZoneOffset.UTC)));
    }

    /**
     * Whether another upload to the same account has this post already, or may yet turn out to have it: one with the same
     * text that may have been published, too. Of two such uploads neither takes the post, whoever looks first.
     */
    public Uni<Boolean> mayBePostOfAnother(StoredUpload upload, String postId) {
        return pool.preparedQuery(OF_ANOTHER)
                .execute(Tuple.of(
                        upload.command().upload().accountId(), postId, upload.id(), EventJson.encode(upload.command())))
                .map(rows -> rows.size() > 0);
    }

    /** The upload as it stands now, if it is still ours; its times by this process's clock, which decisions go by. */
    public Uni<StoredUpload> current(StoredUpload upload) {
        return pool.preparedQuery(
                        "select *, clock_timestamp() as read_at from upload where upload_id = $1 and fencing = $2")
                .execute(Tuple.of(upload.id(), upload.fencing()))
                .map(rows -> current(rows, upload));
    }

    private StoredUpload current(RowSet<Row> rows, StoredUpload upload) {
        requireOwned(rows.size(), upload);
        Row row = rows.iterator().next();
        return StoredUpload.of(row).by(row.getOffsetDateTime("read_at").toInstant(), clock.instant());
    }

    private Uni<Void> write(StoredUpload upload, String change, List<Object> parameters, UploadEvent... events) {
        return transactions.run(tx -> {
            OpenTransaction transaction = OpenTransaction.on(tx);
            return fenced(transaction, upload, change, parameters)
                    .chain(() -> outbox.addAll(transaction, outgoing(upload, List.of(events))));
        });
    }

    private static Uni<Void> fenced(
            OpenTransaction transaction, StoredUpload upload, String change, List<Object> parameters) {
        List<Object> all = new ArrayList<>(List.of(upload.id(), upload.fencing()));
        all.addAll(parameters);
        return transaction
                .update("update upload set " + change + " where upload_id = $1 and fencing = $2", all)
                .invoke(rows -> requireOwned(rows, upload))
                .replaceWithVoid();
    }

    private static void requireOwned(int rows, StoredUpload upload) {
        if (rows == 0) {
            throw new LeaseLostException(upload.id(), upload.fencing());
        }
    }

    private List<OutgoingEvent> outgoing(StoredUpload upload, List<UploadEvent> events) {
        return events.stream().map(event -> outgoing(upload, event)).toList();
    }

    private OutgoingEvent outgoing(StoredUpload upload, UploadEvent event) {
        return WorkerEvents.toEveryone(upload.tenant(), clock.instant(), event, traceOf(upload));
    }

    /** Outbox takes the current context where there is one; a write without one still belongs to the clip's trace. */
    private static Optional<String> traceOf(StoredUpload upload) {
        return TraceContext.current().or(upload::traceparent);
    }

    private static UploadRef ref(StoredUpload upload) {
        return upload.command().upload();
    }

    private static int attempt(StoredUpload upload) {
        return upload.command().attempt();
    }
}
