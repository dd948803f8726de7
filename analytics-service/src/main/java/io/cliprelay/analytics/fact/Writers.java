package io.cliprelay.analytics.fact;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Whoever changes the served generation waits for its turn: sums stay exact without a thought of who else adds. */
public final class Writers {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('cliprelay.analytics.live'))";

    private Writers() {}

    /** Completes when it is this transaction's turn, which ends with it. */
    public static Uni<Void> lock(SqlConnection tx) {
        return tx.query(LOCK).execute().replaceWithVoid();
    }
}
