package io.cliprelay.worker.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.post.PostEvent;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.outbox.OutgoingEvent;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.kit.transaction.Transactions;

/** Which posts are to be read and when, shared by all replicas: each reading is one replica's. */
@ApplicationScoped
class Readings {

    private static final Logger LOG = Logger.getLogger(Readings.class);

    /** How long a claim holds: a dead replica's reading is due again then. Longer than any reading lasts. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private static final String TAKE = """
            with due as (
                select upload_id from reading where due_at <= now() order by due_at limit $1 for update skip locked)
            update reading set claim = $2, due_at = now() + $3 * interval '1 millisecond'
            from due join upload using (upload_id)
            where reading.upload_id = due.upload_id
            returning upload.*, reading.published_at, reading.claim, now() as taken_at
            """;

    private static final String MOVE =
            "update reading set claim = null, due_at = $3 where upload_id = $1 and claim = $2";

    private static final String END = "delete from reading where upload_id = $1 and claim = $2";

    private final Pool pool;
    private final Transactions transactions;
    private final Outbox outbox;

    Readings(Pool pool, Transactions transactions, Outbox outbox) {
        this.pool = pool;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** Claims up to {@code limit} readings that are due. One whose upload cannot be read is due again with its claim. */
    Uni<List<Reading>> take(int limit) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(limit, UUID.randomUUID(), CLAIM.toMillis()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .flatMap(Readings::readable)
                        .toList());
    }

    /** To be read again then, or never. */
    Uni<Void> move(Reading reading, Optional<Instant> next) {
        return transactions.run(
                tx -> settle(OpenTransaction.on(tx), reading, next).replaceWithVoid());
    }

    /** The same, and says what was read; nothing is said where another process has claimed the reading since. */
    Uni<Void> tell(Reading reading, PostEvent told, Optional<Instant> next) {
        return transactions.run(tx -> {
            OpenTransaction transaction = OpenTransaction.on(tx);
            return settle(transaction, reading, next)
                    .chain(written -> written == 0
                            ? Uni.createFrom().voidItem()
                            : outbox.add(transaction, outgoing(reading, told)));
        });
    }

    private static Uni<Integer> settle(OpenTransaction transaction, Reading reading, Optional<Instant> next) {
        UUID id = reading.upload().id();
        return next.map(at -> transaction.update(MOVE, List.of(id, reading.claim(), at.atOffset(ZoneOffset.UTC))))
                .orElseGet(() -> transaction.update(END, List.of(id, reading.claim())));
    }

    private static OutgoingEvent outgoing(Reading reading, PostEvent told) {
        String subject = told.upload().uploadId().toString();
        String source = "/cliprelay/" + told.upload().platform() + "-worker";
        EventEnvelope<PostEvent> event =
                EventEnvelope.of(source, subject, reading.upload().tenant(), told.readAt(), told);
        return new OutgoingEvent(Topics.POST_EVENTS, subject, event);
    }

    private static Stream<Reading> readable(Row row) {
        try {
            return Stream.of(Reading.of(row));
        } catch (RuntimeException unreadable) {
            LOG.errorf(
                    unreadable,
                    "The row of upload %s cannot be read, so its statistics are not; tried again in %s. If a later "
                            + "release wrote it, start that one.",
                    row.getUUID("upload_id"),
                    CLAIM);
            return Stream.empty();
        }
    }
}
