package io.cliprelay.kit.consume;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells a failure of something we depend on, which passes, from a failure of the record, which does not. */
final class Outage {

    /**
     * SQLSTATE classes (PostgreSQL, appendix A): connection exception, transaction rollback, insufficient resources,
     * operator intervention (shutdown), system error.
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    private Outage() {}

    static boolean causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(Outage::passes);
    }

    private static boolean passes(Throwable failure) {
        return switch (failure) {
            case PgException sql ->
                sql.getSqlState() != null && PASSING.contains(sql.getSqlState().substring(0, 2));
            // The reactive client tells of a closed connection by this plain type.
            case VertxException lost -> true;
            case IOException lost -> true;
            case TimeoutException late -> true;
            case RetriableException kafka -> true;
            default -> false;
        };
    }
}
