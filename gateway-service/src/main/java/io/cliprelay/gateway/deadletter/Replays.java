package io.cliprelay.gateway.deadletter;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.gateway.store.SessionTransaction;
import io.cliprelay.gateway.store.Store;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.transaction.OpenTransaction;

/** Which letters were sent again. Noted with their sending, in one transaction: each is sent at most once. */
@ApplicationScoped
class Replays {

    /** Says on the record itself where it comes from. */
    static final String HEADER = "cliprelay-replay-of";

    private static final String NOTE = """
            insert into replayed_letter (topic, partition, "offset", replayed_by) values ($1, $2, $3, $4)
            on conflict do nothing
            """;
    private static final String OF = """
            select topic, partition, "offset", replayed_by, replayed_at from replayed_letter where topic = any($1)
            """;

    private final Store store;
    private final Pool pool;
    private final Outbox outbox;

    Replays(Store store, Pool pool, Outbox outbox) {
        this.store = store;
        this.pool = pool;
        this.outbox = outbox;
    }

    /** Has the letter sent to its own topic, as it came; nothing is done where it was before. */
    Uni<Void> send(Letter letter, String by) {
        LetterId id = letter.id();
        return store.write(session -> {
            OpenTransaction transaction = new SessionTransaction(session);
            return transaction
                    .update(NOTE, List.of(id.topic(), id.partition(), id.offset(), by))
                    .chain(noted -> noted == 1
                            ? outbox.addAgain(
                                    transaction,
                                    id.topic(),
                                    letter.key(),
                                    letter.subject().orElseGet(id::toString),
                                    marked(letter),
                                    letter.value().orElseThrow())
                            : Uni.createFrom().voidItem());
        });
    }

    /** Those of the letters on {@code topics} that were sent. */
    Uni<Map<LetterId, DeadLetter.Replay>> of(Collection<String> topics) {
        return pool.preparedQuery(OF)
                .execute(Tuple.of(topics.toArray(String[]::new)))
                .map(rows -> {
                    Map<LetterId, DeadLetter.Replay> replays = new HashMap<>();
                    rows.forEach(row -> replays.put(id(row), replay(row)));
                    return replays;
                });
    }

    Uni<Optional<DeadLetter.Replay>> of(LetterId id) {
        return of(List.of(id.topic())).map(replays -> Optional.ofNullable(replays.get(id)));
    }

    private static Map<String, String> marked(Letter letter) {
        Map<String, String> headers = new HashMap<>(letter.ownHeaders());
        headers.put(HEADER, letter.id().toString());
        return headers;
    }

    private static LetterId id(Row row) {
        return new LetterId(row.getString("topic"), row.getInteger("partition"), row.getLong("offset"));
    }

    private static DeadLetter.Replay replay(Row row) {
        return new DeadLetter.Replay(row.getOffsetDateTime("replayed_at").toInstant(), row.getString("replayed_by"));
    }
}
