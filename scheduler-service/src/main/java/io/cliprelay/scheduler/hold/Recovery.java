package io.cliprelay.scheduler.hold;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.transaction.Transactions;

/**
 * Learns from uploads that got through: what one of them tried is over, and what refused the account's uploads before.
 * Workers tell of their breakers themselves, but nobody tells that an account which refused once takes uploads again.
 */
@ApplicationScoped
public class Recovery {

    private final Transactions transactions;
    private final Pool pool;
    private final Locks locks;
    private final Obstacles obstacles;
    private final Tidings tidings;

    Recovery(Transactions transactions, Pool pool, Locks locks, Obstacles obstacles, Tidings tidings) {
        this.transactions = transactions;
        this.pool = pool;
        this.locks = locks;
        this.obstacles = obstacles;
        this.tidings = tidings;
    }

    /**
     * Has what waited go out, where the platform took the upload that was {@code ordered} then: of what was told later it
     * says nothing. In transactions of its own: what a crash leaves undone, the next upload that tries does.
     */
    public Uni<Void> passed(UploadRef upload, Instant ordered) {
        return obstacles
                .isDisproved(pool, upload, ordered)
                .chain(over -> over
                        ? end(upload, ordered)
                                .chain(() ->
                                        tidings.goThroughHeld(Scope.ofAccount(upload.platform(), upload.accountId())))
                                .chain(() -> tidings.goThroughHeld(Scope.ofPlatform(upload.platform())))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> end(UploadRef upload, Instant ordered) {
        return transactions.run(transaction -> locks.toChangePlatform(transaction, upload.platform())
                .chain(() -> locks.toChangeAccount(
                        transaction, upload.platform(), upload.accountId().toString()))
                .chain(() -> obstacles.disprove(transaction, upload, ordered)));
    }
}
