package io.cliprelay.scheduler.hold;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** The clock that decides what is due. */
@ApplicationScoped
public class DatabaseClock {

    /** The time by the database, UTC. */
    public Uni<Instant> now(SqlClient client) {
        return client.query("select scheduler_now() as now")
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime("now").toInstant());
    }
}
