package io.cliprelay.worker.testing;

import java.util.Optional;
import java.util.function.Function;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.cliprelay.kit.outbox.OutboxRelay;
import io.cliprelay.kit.transaction.Transactions;

/** The transactions of the worker under test, as the director sees them: he may end the process at any of them. */
@Alternative
@Priority(1)
@Singleton
public class WatchedTransactions extends Transactions {

    private volatile Optional<Director> director = Optional.empty();

    WatchedTransactions(Pool pool, OutboxRelay relay) {
        super(pool, relay);
    }

    void watchedBy(Director watching) {
        director = Optional.of(watching);
    }

    @Override
    public <T> Uni<T> run(Function<SqlConnection, Uni<T>> work) {
        return Uni.createFrom().deferred(() -> director.map(watching -> watched(watching, super.run(work)))
                .orElseGet(() -> super.run(work)));
    }

    private static <T> Uni<T> watched(Director director, Uni<T> transaction) {
        return director.commit()
                .map(kind -> goneWrong(director, kind, transaction))
                .orElse(transaction);
    }

    private static <T> Uni<T> goneWrong(Director director, Fault.Kind kind, Uni<T> transaction) {
        return switch (kind) {
            case CRASH_BEFORE_COMMIT -> dead(director);
            case CRASH_AFTER_COMMIT -> transaction.chain(() -> dead(director));
            case LEASE_LOST -> overtaken(director).chain(() -> transaction);
            default -> throw new IllegalStateException(kind + " is no fault of a transaction");
        };
    }

    /** A process that is dead does not answer. */
    private static <T> Uni<T> dead(Director director) {
        return Uni.createFrom().<T>nothing().onSubscription().invoke(() -> director.crash()
                .complete(null));
    }

    /** Waits, on the upload's own context, until another replica has finished. */
    private static Uni<Void> overtaken(Director director) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = Vertx.currentContext();
            director.finished().thenRun(() -> context.runOnContext(ignored -> emitter.complete(null)));
            director.takeover().complete(null);
        });
    }
}
