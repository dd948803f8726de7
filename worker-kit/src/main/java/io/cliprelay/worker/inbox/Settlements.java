package io.cliprelay.worker.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

    private static final String IN_QUESTION = "(step = 'RECONCILE' or step = 'INSPECT' and unclear_at is not null "
            + "or intent_at is not null and step in ('TRANSFER', 'PREPARE'))";

    /**
     * Not while somebody works at it: his call may be the one that publishes. Nor a later attempt than the person looked
     * at, which a word that comes twice would reach.
     */
    private static final String TAKE_OVER = """
            update upload
            set owner = $2, lease_until = clock_timestamp() + $3 * interval '1 millisecond', fencing = fencing + 1
            where upload_id = $1 and attempt = coalesce($4, attempt) and %s
              and (lease_until is null or lease_until < clock_timestamp())
            returning *
            """.formatted(IN_QUESTION);

    /** Whoever held it a moment ago may have let it go since: that alone answers no question. */
    private static final String STILL_IN_QUESTION = """
            select 1 from upload where upload_id = $1 and attempt = coalesce($2, attempt) and %s
            """.formatted(IN_QUESTION);

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
     * Waits for whoever looks at the upload just now. Changes nothing where it is not in question any more. Fails with
     * {@link InHandException} where the look does not end.
     */
    Uni<Void> settle(SettleCommand command) {
        return settle(command, clock.instant().plus(PATIENCE));
    }

    private Uni<Void> settle(SettleCommand command, Instant deadline) {
        UUID upload = command.upload().uploadId();
        return pool.preparedQuery(TAKE_OVER)
                .execute(Tuple.of(
                        upload,
                        UUID.randomUUID(),
                        config.lease().duration().toMillis(),
                        command.attempt().orElse(null)))
                .map(Settlements::uploads)
                .chain(taken -> taken.isEmpty()
                        ? waitForOwner(command, deadline)
                        : settle(taken.getFirst(), command.settlement()));
    }

    private Uni<Void> waitForOwner(SettleCommand command, Instant deadline) {
        UUID upload = command.upload().uploadId();
        return pool.preparedQuery(STILL_IN_QUESTION)
                .execute(Tuple.of(upload, command.attempt().orElse(null)))
                .chain(inQuestion -> inQuestion.size() == 0 ? notInQuestion(upload) : settleSoon(command, deadline));
    }

    private Uni<Void> settleSoon(SettleCommand command, Instant deadline) {
        return clock.instant().isBefore(deadline)
                ? Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE).chain(() -> settle(command, deadline))
                : Uni.createFrom().failure(new InHandException(command.upload().uploadId(), PATIENCE));
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
        LOG.infof("Upload %s was settled by a person, but is not unconfirmed any more; nothing changes", upload);
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
