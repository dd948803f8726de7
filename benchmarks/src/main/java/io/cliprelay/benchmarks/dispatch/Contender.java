package io.cliprelay.benchmarks.dispatch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** An engine for due work: each due job becomes one record in Kafka, acknowledged by all replicas, and is done then. */
interface Contender {

    String name();

    /** Whether the product is measured, and not what it is measured against. */
    default boolean ours() {
        return false;
    }

    /** How many jobs it is given: enough for some seconds' work. */
    int jobs();

    /** Makes its tables, where its processes do not do so themselves. */
    void prepare(Ground ground) throws Exception;

    /** Starts one replica, in a process of its own; returns when it is at work. */
    Replica start(Ground ground, int number) throws Exception;

    /** Has {@code jobs} jobs wait that are due from {@code first} on, one each {@code everyMicros}. */
    void fill(Connection database, int jobs, Instant first, long everyMicros) throws SQLException;

    /** Forgets all jobs. */
    void clear(Connection database) throws SQLException;
}
