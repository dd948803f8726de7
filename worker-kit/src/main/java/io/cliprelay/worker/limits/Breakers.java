package io.cliprelay.worker.limits;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.outbox.OutgoingEvent;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.kit.transaction.Transactions;
import io.cliprelay.worker.PlatformSettings;
import io.cliprelay.worker.spi.AccountRef;
import io.cliprelay.worker.spi.PlatformUploader;
import io.cliprelay.worker.spi.UploadException;

/**
 * Whether the platform, and an account on it, are asked at all: a breaker for each, shared by all replicas. What changes
 * is told in the transaction that changes it. While all is well, an admission is one read of two rows at most.
 */
@ApplicationScoped
public class Breakers {

    private static final String PLATFORM = "platform";
    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    /** Successes come by the hundred, and only the first after a failure matters. */
    private static final Duration CLEAN_FOR = Duration.ofSeconds(1);

    private final BreakerStore store;
    private final Transactions transactions;
    private final Outbox outbox;
    private final MeterRegistry meters;
    private final BreakerNews news;
    private final boolean enabled;
    private final BreakerRules ofPlatform;
    private final BreakerRules ofAccount;
    private final Map<UUID, Long> cleanAt = new ConcurrentHashMap<>();

    Breakers(
            BreakerStore store,
            Transactions transactions,
            Outbox outbox,
            MeterRegistry meters,
            PlatformUploader uploader,
            PlatformSettings settings,
            BreakerConfig config) {
        this.store = store;
        this.transactions = transactions;
        this.outbox = outbox;
        this.meters = meters;
        this.news = new BreakerNews(uploader.descriptor().platform());
        this.enabled = settings.enabled();
        this.ofPlatform = BreakerRules.ofPlatform(config);
        this.ofAccount =
                BreakerRules.ofAccount(config, settings.rateLimits().cooldown().orElse(Duration.ZERO));
    }

    void start(@Observes StartupEvent started) {
        store.tryRefusedAccounts().chain(this::tellStatus).await().atMost(START_LIMIT);
    }

    private Uni<Void> tellStatus() {
        return transactions.run(tx -> store.lock(tx, List.of(PLATFORM)).chain(locked -> {
            BreakerRow row = locked.get(PLATFORM);
            OutgoingEvent status = news.atStart(enabled, row.breaker(), row.now());
            return outbox.add(OpenTransaction.on(tx), status);
        }));
    }

    /**
     * Lets an upload through, or fails: as {@code RateLimited} until the instant of the next try, as {@code Auth} where
     * the account must be connected again. After a pause the first that asks is let through to try.
     */
    public Uni<Void> admit(AccountRef account) {
        return store.read(names(account)).chain(rows -> admit(account, rows));
    }

    /** As {@link #admit}, for what can wait and shall not take an upload's try: nothing is let through before one succeeded. */
    public Uni<Void> requireClosed(AccountRef account) {
        return store.read(names(account))
                .invoke(rows -> open(account, rows).ifPresent(refused -> {
                    throw refused;
                }))
                .replaceWithVoid();
    }

    /** A call for the account was answered as it should be. */
    public Uni<Void> succeeded(AccountRef account) {
        return isKnownToBeClean(account)
                ? Uni.createFrom().voidItem()
                : store.isClean(names(account)).chain(clean -> clean ? noteClean(account) : reset(account));
    }

    /** A call for the account failed. Not for calls that were not made, nor for what never reached the platform. */
    public Uni<Void> failed(AccountRef account, UploadFailure failure) {
        cleanAt.remove(account.id());
        return switch (failure) {
            case UploadFailure.Transient passing -> count(account, passing);
            case UploadFailure.RateLimited limited -> count(account, limited);
            case UploadFailure.Auth auth -> count(account, auth);
            case UploadFailure.QuotaExhausted exhausted -> succeeded(account);
            case UploadFailure.InvalidInput invalid -> succeeded(account);
            case UploadFailure.ContentRejected rejected -> succeeded(account);
            case UploadFailure.Unknown unknown -> Uni.createFrom().voidItem();
        };
    }

    /** As {@link #failed(AccountRef, UploadFailure)}; a limit of all accounts pauses the platform until it ends. */
    public Uni<Void> failed(AccountRef account, UploadException ended) {
        return ended.ofEveryone() && ended.failure() instanceof UploadFailure.RateLimited limited
                ? pauseEveryone(account, limited)
                : failed(account, ended.failure());
    }

    private Uni<Void> pauseEveryone(AccountRef account, UploadFailure.RateLimited limited) {
        cleanAt.clear();
        return transactions.run(tx -> store.lock(tx, names(account))
                .chain(locked -> change(
                        tx,
                        account,
                        locked,
                        row -> ofPlatform.asked(row.breaker(), limited, row.now()),
                        BreakerRow::breaker)));
    }

    /** Its owner has connected the account again: it is published to at once. */
    public Uni<Void> reauthorised(AccountRef account) {
        return transactions.run(tx -> store.lock(tx, List.of(account.id().toString()))
                .chain(rows -> changeAccount(tx, account, rows, row -> Breaker.CLEAN)));
    }

    private Uni<Void> admit(AccountRef account, List<BreakerRow> rows) {
        refusal(account, rows).ifPresent(refused -> {
            throw refused;
        });
        return rows.stream().allMatch(row -> row.breaker() instanceof Breaker.Closed)
                ? Uni.createFrom().voidItem()
                : transactions.run(tx -> store.lock(tx, names(account)).chain(locked -> tryOne(tx, account, locked)));
    }

    /** Another replica may have been faster: what was read before the lock counts for nothing. */
    private Uni<Void> tryOne(SqlConnection tx, AccountRef account, Map<String, BreakerRow> locked) {
        return refusal(account, locked.values())
                .map(refused -> Uni.createFrom().<Void>failure(refused))
                .orElseGet(() -> change(
                        tx,
                        account,
                        locked,
                        row -> ofPlatform.admitted(row.breaker(), row.now()),
                        row -> ofAccount.admitted(row.breaker(), row.now())));
    }

    private Uni<Void> reset(AccountRef account) {
        return transactions.run(tx -> store.lock(tx, names(account))
                .chain(locked -> change(
                        tx,
                        account,
                        locked,
                        row -> ofPlatform.succeeded(row.breaker()),
                        row -> ofAccount.succeeded(row.breaker()))));
    }

    private Uni<Void> count(AccountRef account, UploadFailure failure) {
        return transactions.run(tx -> store.lock(tx, names(account))
                .chain(locked -> change(
                        tx,
                        account,
                        locked,
                        row -> ofPlatform.failed(row.breaker(), failure, row.now()),
                        row -> ofAccount.failed(row.breaker(), failure, row.now()))));
    }

    /** From one state to the next. */
    @FunctionalInterface
    private interface Change {
        Breaker of(BreakerRow row);
    }

    private Uni<Void> change(
            SqlConnection tx,
            AccountRef account,
            Map<String, BreakerRow> rows,
            Change platformChange,
            Change accountChange) {
        BreakerRow row = rows.get(PLATFORM);
        Breaker after = platformChange.of(row);
        return write(tx, row, after, news.ofPlatform(row.breaker(), after, row.now()))
                .chain(() -> changeAccount(tx, account, rows, accountChange));
    }

    private Uni<Void> changeAccount(
            SqlConnection tx, AccountRef account, Map<String, BreakerRow> rows, Change accountChange) {
        BreakerRow row = rows.get(account.id().toString());
        Breaker after = accountChange.of(row);
        return write(tx, row, after, news.ofAccount(account, row.breaker(), after, row.now()));
    }

    private Uni<Void> write(SqlConnection tx, BreakerRow row, Breaker after, Optional<OutgoingEvent> told) {
        if (after.equals(row.breaker())) {
            return Uni.createFrom().voidItem();
        }
        told.ifPresent(event -> count("cliprelay.breaker.changes", row.name()));
        return store.set(tx, row.name(), after)
                .chain(() -> outbox.addAll(OpenTransaction.on(tx), told.stream().toList()));
    }

    private static Optional<UploadException> open(AccountRef account, List<BreakerRow> rows) {
        return rows.stream()
                .flatMap(row -> row.breaker().unsettled().map(open -> Pause.of(named(account, row), open)).stream())
                .findFirst();
    }

    private Optional<UploadException> refusal(AccountRef account, Iterable<BreakerRow> rows) {
        for (BreakerRow row : rows) {
            Optional<Breaker.Open> open = row.breaker().refusal(row.now());
            if (open.isPresent()) {
                count("cliprelay.breaker.refused", row.name());
                return Optional.of(Pause.of(named(account, row), open.get()));
            }
        }
        return Optional.empty();
    }

    private static String named(AccountRef account, BreakerRow row) {
        return isPlatform(row.name()) ? "the platform" : "account " + account.name();
    }

    /** By kind: an account is no tag, there may be thousands. */
    private void count(String meter, String name) {
        meters.counter(meter, "of", isPlatform(name) ? PLATFORM : "account").increment();
    }

    private boolean isKnownToBeClean(AccountRef account) {
        Long at = cleanAt.get(account.id());
        return at != null && System.nanoTime() - at < CLEAN_FOR.toNanos();
    }

    private Uni<Void> noteClean(AccountRef account) {
        cleanAt.put(account.id(), System.nanoTime());
        return Uni.createFrom().voidItem();
    }

    private static boolean isPlatform(String name) {
        return name.equals(PLATFORM);
    }

    private static List<String> names(AccountRef account) {
        return Stream.of(PLATFORM, account.id().toString()).toList();
    }
}
