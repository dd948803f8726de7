package io.cliprelay.worker.inbox;

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

    /** Whoever looks at the upload just now, loses it: the person's word counts. */
    private static final String TAKE_OVER = """
            update upload
            set owner = $2, lease_until = now() + $3 * interval '1 millisecond', fencing = fencing + 1
            where upload_id = $1 and (step = 'RECONCILE' or intent_at is not null and step in ('TRANSFER', 'PREPARE'))
            returning *
            """;

    private final Pool pool;
    private final UploadJournal journal;
    private final WorkerConfig config;

    Settlements(Pool pool, UploadJournal journal, WorkerConfig config) {
        this.pool = pool;
        this.journal = journal;
        this.config = config;
    }

    /** Changes nothing where the upload is not in question any more. */
    Uni<Void> settle(SettleCommand command) {
        UUID upload = command.upload().uploadId();
        return pool.preparedQuery(TAKE_OVER)
                .execute(Tuple.of(
                        upload, UUID.randomUUID(), config.lease().duration().toMillis()))
                .map(Settlements::uploads)
                .chain(taken ->
                        taken.isEmpty() ? notInQuestion(upload) : settle(taken.getFirst(), command.settlement()));
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
