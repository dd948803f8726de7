package io.cliprelay.worker.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.upload.SettleCommand;
import io.cliprelay.contracts.upload.Settlement;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.WorkerConfig;

/** Ends the question about an unconfirmed upload by what a person found out. */
@ApplicationScoped
class Settlements {

    private static final Logger LOG = Logger.getLogger(Settlements.class);

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** As long as a look takes; other commands wait behind this one. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * The question that the person answered: not that of a later attempt, which a word that comes twice would reach, nor
     * that of a call which was made after the person looked.
     */
    private static final String IN_QUESTION = """
            upload_id = $1 and attempt = coalesce($2, attempt) and (intent_at is null or intent_at <= $3)
              and (step = 'RECONCILE' or step = 'INSPECT' and unclear_at is not null
                or intent_at is not null and step in ('TRANSFER', 'PREPARE'))""";

    /** Not while somebody works at it: his call may be the one that publishes. */
    private static final String TAKE_OVER = """
            update upload
            set owner = $4, lease_until = clock_timestamp() + $5 * interval '1 millisecond', fencing = fencing + 1
            where %s and (lease_until is null or lease_until < clock_timestamp())
            returning *
            """.formatted(IN_QUESTION);

    /** Whoever held it a moment ago may have let it go since: that alone answers no question. */
    private static final String STILL_IN_QUESTION = "select 1 from upload where " + IN_QUESTION;

    private final Pool pool;
    private final UploadJournal journal;
    private final WorkerConfig config;
    private final InstantSource clock;

    Settlements(Pool pool, UploadJournal journal, WorkerConfig config, InstantSource clock) {
        this.pool = pool;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Waits for whoever looks at the upload just now. Changes nothing where it is not in question any more, or again since
     * {@code said}. Fails with {@link InHandException} where the look does not end.
     *
     * @param said when the person said so
     */
    Uni<Void> settle(SettleCommand command, Instant said) {
        return settle(command, said, clock.instant().plus(PATIENCE));
    }

    private Uni<Void> settle(SettleCommand command, Instant said, Instant deadline) {
        return pool.preparedQuery(TAKE_OVER)
                .execute(question(command, said)
                        .addUUID(UUID.randomUUID())
                        .addLong(config.lease().duration().toMillis()))
                .map(Settlements::uploads)
                .chain(taken -> taken.isEmpty()
                        ? waitForOwner(command, said, deadline)
                        : settle(taken.getFirst(), command.settlement()));
    }

    private Uni<Void> waitForOwner(SettleCommand command, Instant said, Instant deadline) {
        return pool.preparedQuery(STILL_IN_QUESTION)
                .execute(question(command, said))
                .chain(inQuestion -> inQuestion.size() == 0
                        ? notInQuestion(command.upload().uploadId())
                        : settleSoon(command, said, deadline));
    }

    private Uni<Void> settleSoon(SettleCommand command, Instant said, Instant deadline) {
        return clock.instant().isBefore(deadline)
                ? Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE).chain(() -> settle(command, said, deadline))
                : Uni.createFrom().failure(new InHandException(command.upload().uploadId(), PATIENCE));
    }

    private static Tuple question(SettleCommand command, Instant said) {
        return Tuple.of(command.upload().uploadId(), command.attempt().orElse(null), said.atOffset(ZoneOffset.UTC));
    }

    private Uni<Void> settle(StoredUpload upload, Settlement settlement) {
        return settlement
                .permalink()
                .filter(permalink -> settlement.published())
                .map(permalink -> journal.published(upload, postId(settlement), permalink, Step.DONE))
                .orElseGet(() -> journal.rejected(upload, notPublished(settlement)));
    }

    private static String postId(Settlement settlement) {
        return settlement.platformPostId().orElse("settled by " + settlement.settledBy());
    }

    private static Uni<Void> notInQuestion(UUID upload) {
        LOG.infof("Upload %s was settled by a person, but that question is not open any more; nothing changes", upload);
        return Uni.createFrom().voidItem();
    }

    private static UploadFailure notPublished(Settlement settlement) {
        return new UploadFailure.Transient(new UploadFailure.Reason(
                "upload.settled-unpublished",
                "%s looked and found that it was not published".formatted(settlement.settledBy()),
                "Nothing to do: it is sent again."));
    }

    private static List<StoredUpload> uploads(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(StoredUpload::of)
                .toList();
    }
}
