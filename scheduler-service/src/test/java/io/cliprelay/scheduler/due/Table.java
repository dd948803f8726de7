package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.scheduler.Clips;
import io.cliprelay.scheduler.Stage;
import io.cliprelay.scheduler.job.DueSooner;

/** The tables themselves, past the code under test. */
@ApplicationScoped
public class Table {

    private static final String PUT = """
            insert into job (upload_id, clip_id, tenant, platform, account_id, due_at, priority, content)
            select gen_random_uuid(), $1, $2, $3, gen_random_uuid(), $4, $5, $6
            from generate_series(1, $7)
            """;

    private final Pool pool;

    Table(Pool pool) {
        this.pool = pool;
    }

    /** Adds jobs of one clip without a word to anyone; yields the clip. */
    UUID put(int jobs, String tenant, Instant due, int priority) {
        UUID clip = UUID.randomUUID();
        run(
                PUT,
                Tuple.of(clip, tenant, Clips.PLATFORM, due.atOffset(ZoneOffset.UTC), (short) priority)
                        .addValue(new io.vertx.core.json.JsonObject(EventJson.encode(Clips.content())))
                        .addInteger(jobs));
        return clip;
    }

    /** The same, for a platform. */
    UUID putFor(String platform, int jobs, Instant due) {
        UUID clip = put(jobs, "platform-" + platform, due.plusSeconds(3600), 1);
        run(
                "update job set platform = $2, due_at = $3 where clip_id = $1",
                Tuple.of(clip, platform, due.atOffset(ZoneOffset.UTC)));
        return clip;
    }

    UUID put(int jobs, Instant due) {
        return put(jobs, Clips.TENANT, due, 1);
    }

    void wakeAll() {
        run("select pg_notify('" + DueSooner.CHANNEL + "', '0')", Tuple.tuple());
    }

    long count(String condition, Object... parameters) {
        return number("select count(*) from job where " + condition, parameters);
    }

    long number(String sql, Object... parameters) {
        return pool.preparedQuery(sql)
                .execute(Tuple.from(parameters))
                .await()
                .atMost(Stage.PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    UUID only(UUID clip) {
        return StreamSupport.stream(
                        pool.preparedQuery("select upload_id from job where clip_id = $1")
                                .execute(Tuple.of(clip))
                                .await()
                                .atMost(Stage.PATIENCE)
                                .spliterator(),
                        false)
                .map((Row row) -> row.getUUID(0))
                .findFirst()
                .orElseThrow();
    }

    void run(String sql, Tuple parameters) {
        pool.preparedQuery(sql).execute(parameters).await().atMost(Stage.PATIENCE);
    }

    /** Has the database's clock go on that far from the true time. */
    void setClock(Duration off) {
        pool.query(
                        "create or replace function scheduler_now() returns timestamptz language sql volatile as 'select clock_timestamp() + interval ''%d seconds'''"
                                .formatted(off.toSeconds()))
                .execute()
                .await()
                .atMost(Stage.PATIENCE);
    }
}
