package io.cliprelay.analytics.report;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.analytics.fact.UploadKey;

/** Uploads one by one, those of the newest clips first. */
@ApplicationScoped
class HistoryReport {

    private static final String PAGE = """
            select *, coalesce(due_at, planned_at) as due from live.upload_fact
            where tenant = $1 and created_at >= $2 and created_at < $3 and (created_at, upload_id) < ($4, $5)
              and ($6::text is null or platform = $6) and ($7::uuid is null or account_id = $7)
              and ($8::text is null or outcome = $8)
            order by created_at desc, upload_id desc limit $9
            """;

    private static final UploadKey NEWEST = new UploadKey(Question.FOREVER, new UUID(-1, -1));

    private final Pool pool;

    HistoryReport(Pool pool) {
        this.pool = pool;
    }

    Uni<Rows<HistoryRow>> page(Question question) {
        UploadKey before = question.cursor().map(HistoryCursor::last).orElse(NEWEST);
        Tuple values = Tuple.tuple()
                .addString(question.tenant())
                .addOffsetDateTime(question.fromUtc())
                .addOffsetDateTime(question.untilUtc())
                .addOffsetDateTime(before.createdAt().atOffset(ZoneOffset.UTC))
                .addUUID(before.uploadId())
                .addString(question.platform().orElse(null))
                .addUUID(question.account().orElse(null))
                .addString(question.state().map(Enum::name).orElse(null))
                .addInteger(question.limit() + 1);
        return pool.preparedQuery(PAGE).execute(values).map(rows -> page(rows, question.limit()));
    }

    private static Rows<HistoryRow> page(RowSet<Row> found, int limit) {
        List<Row> rows = StreamSupport.stream(found.spliterator(), false).toList();
        List<HistoryRow> shown = rows.stream().limit(limit).map(HistoryRow::of).toList();
        return rows.size() <= limit
                ? Rows.of(shown)
                : new Rows<>(
                        shown,
                        Optional.of(HistoryRow.cursor(rows.get(limit - 1)).text()));
    }
}
