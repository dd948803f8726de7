package io.cliprelay.kit.consume;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells a failure of something we depend on, which passes, from a failure of what was asked, which does not. */
public final class Outage {

    /**
     * SQLSTATE classes (PostgreSQL, appendix A) that say nothing of the record: connection exception, read-only
     * transaction (a failover), authorization, catalog name, transaction rollback, insufficient resources, object not in
     * prerequisite state, operator intervention, system error.
     */
    private static final Set<String> PASSING = Set.of("08", "25", "28", "3D", "40", "53", "55", "57", "58");

    private Outage() {}

    /** Whether {@code failure}, or what caused it, is of that kind. */
    public static boolean causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(Outage::passes);
    }

    private static boolean passes(Throwable failure) {
        return switch (failure) {
            case PgException sql -> passing(sql.getSqlState());
            // Hibernate Reactive tells of the client's failures by this one.
            case SQLException sql -> passing(sql.getSQLState());
            // The reactive client tells of a closed connection by this plain type.
            case VertxException lost -> true;
            case IOException lost -> true;
            case TimeoutException late -> true;
            case RetriableException kafka -> true;
            default -> false;
        };
    }

    private static boolean passing(String sqlState) {
        return sqlState != null && sqlState.length() == 5 && PASSING.contains(sqlState.substring(0, 2));
    }
}
