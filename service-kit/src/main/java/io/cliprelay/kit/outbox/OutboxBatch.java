package io.cliprelay.kit.outbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * The oldest events of the outbox, as many as may be held at once.
 *
 * @param more whether there are certainly others
 */
record OutboxBatch(List<OutboxRow> rows, boolean more) {

    /** The size of a stored text is known without reading it, so what is left out was never held by anyone. */
    private static final String NEXT = """
            select id, topic, key, subject, headers, payload, seen,
                   exists (select from outbox_set_aside aside where aside.subject = batch.subject) as barred
            from (select *,
                         count(*) over () as seen,
                         sum(octet_length(payload)) over (order by id) - octet_length(payload) as bytes_before
                  from (select * from outbox order by id limit $1) oldest) batch
            where bytes_before < $2
            order by id
            """;

    private static final String SET_ASIDE = """
            insert into outbox_set_aside (id, topic, key, subject, headers, payload, created_at, reason)
            select id, topic, key, subject, headers, payload, created_at, refused.reason
            from outbox join unnest($1::bigint[], $2::text[]) as refused(id, reason) using (id)
            """;

    private static final String FORGET = "delete from outbox where id = any($1)";

    static Uni<OutboxBatch> next(SqlConnection connection, OutboxConfig config) {
        return connection
                .preparedQuery(NEXT)
                .execute(Tuple.of(config.batchSize(), config.batchBytes().asLongValue()))
                .map(found -> of(found, config.batchSize()));
    }

    private static OutboxBatch of(RowSet<Row> found, int limit) {
        List<Row> rows = StreamSupport.stream(found.spliterator(), false).toList();
        long seen = rows.isEmpty() ? 0 : rows.getFirst().getLong("seen");
        return new OutboxBatch(rows.stream().map(OutboxRow::of).toList(), seen == limit || seen > rows.size());
    }

    /** By subject, each in its order. */
    Collection<SubjectQueue> bySubject() {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        OutboxRow::subject,
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), SubjectQueue::new)))
                .values();
    }

    /** Takes the batch out of the outbox; those that were refused are kept beside it. */
    Uni<Void> forget(SqlConnection connection, List<SetAside> refused) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return keep(connection, refused)
                .chain(() -> connection
                        .preparedQuery(FORGET)
                        .execute(Tuple.of(rows.stream().map(OutboxRow::id).toArray(Long[]::new))))
                .replaceWithVoid();
    }

    private static Uni<Void> keep(SqlConnection connection, List<SetAside> refused) {
        if (refused.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Long[] ids = refused.stream().map(aside -> aside.row().id()).toArray(Long[]::new);
        String[] reasons = refused.stream().map(SetAside::reason).toArray(String[]::new);
        return connection
                .preparedQuery(SET_ASIDE)
                .execute(Tuple.of(ids, reasons))
                .replaceWithVoid();
    }
}
