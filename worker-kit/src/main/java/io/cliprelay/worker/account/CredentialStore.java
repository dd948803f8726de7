package io.cliprelay.worker.account;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.outbox.OutgoingEvent;
import io.cliprelay.kit.secret.Watched;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.kit.transaction.Transactions;
import io.cliprelay.worker.account.seal.KeyRing;
import io.cliprelay.worker.account.seal.Sealed;

/**
 * The accounts' credentials, sealed in the database, and who may replace them: one at a time, decided by the database
 * and its clock. Each change is told in the transaction that makes it. Configuration only seeds it.
 */
@ApplicationScoped
class CredentialStore {

    private static final String INSERT = """
            insert into credential (account_id, sealed, key_id, expires_at) values ($1, $2, $3, $4)
            on conflict do nothing
            """;

    private static final String FIND = "select * from credential where account_id = $1";

    /** Whoever fetches with the secrets of before finds another generation and changes nothing. */
    private static final String REPLACE = """
            update credential
            set sealed = $2, key_id = $3, expires_at = $4, generation = generation + 1, unusable_since = null,
                refreshing_by = null, refreshing_until = null
            where account_id = $1 and generation = $5
            """;

    private static final String RESEAL = "update credential set sealed = $2, key_id = $3 where account_id = $1";

    private static final String TAKE = """
            update credential set refreshing_by = $2, refreshing_until = now() + $3 * interval '1 millisecond'
            where account_id = $1 and generation = $4 and (refreshing_until is null or refreshing_until < now())
            returning *
            """;

    private static final String RELEASE = """
            update credential set refreshing_by = null, refreshing_until = null
            where account_id = $1 and refreshing_by = $2
            """;

    private static final String UNUSABLE = """
            update credential set unusable_since = now()
            where account_id = $1 and generation = $2 and unusable_since is null
            """;

    /** This process, to the database. */
    private final UUID owner = UUID.randomUUID();

    private final Pool pool;
    private final Transactions transactions;
    private final Outbox outbox;
    private final AccountEvents events;
    private final Supplier<KeyRing> keys;
    private final InstantSource clock;

    CredentialStore(
            Pool pool,
            Transactions transactions,
            Outbox outbox,
            AccountEvents events,
            Watched<KeyRing> keys,
            InstantSource clock) {
        this.pool = pool;
        this.transactions = transactions;
        this.outbox = outbox;
        this.events = events;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Takes the configured seed where there is nothing yet or where it is another one than was taken before. What was
     * sealed by an older key is sealed by the newest. Fails where no key opens what is stored, saying what to set.
     */
    Uni<StoredCredential> seed(ConnectedAccount account) {
        return transactions.run(tx -> insert(tx, account)
                .chain(() -> tx.preparedQuery(FIND + " for update").execute(Tuple.of(account.id())))
                .chain(rows -> seeded(tx, account, rows.iterator().next())));
    }

    /** What is stored; a row that somebody deleted is seeded again. */
    Uni<StoredCredential> of(ConnectedAccount account) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(account.id()))
                .chain(rows -> rows.size() == 0
                        ? seed(account)
                        : Uni.createFrom().item(stored(account, rows.iterator().next())));
    }

    /**
     * Makes the caller the one who fetches new tokens in place of these, for as long as {@code lease}; empty where
     * another one does, or has done so already.
     */
    Uni<Optional<StoredCredential>> take(StoredCredential stored, Duration lease) {
        ConnectedAccount account = stored.account();
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(account.id(), owner, lease.toMillis(), stored.generation()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(stored(account, rows.iterator().next())));
    }

    /** Lets another one fetch. */
    Uni<Void> release(StoredCredential stored) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(stored.account().id(), owner))
                .replaceWithVoid();
    }

    /** Replaces the secrets by these and ends the lease; false where they were replaced meanwhile. */
    Uni<Boolean> keep(StoredCredential stored, Secrets granted) {
        return transactions.run(tx -> replace(tx, stored, granted)
                .call(changed -> tell(tx, changed, events.refreshed(stored.account(), granted)))
                .call(changed -> tell(tx, changed && stored.unusable(), events.connected(stored.account()))));
    }

    /** The account needs its owner: told the first time, and then true. */
    Uni<Boolean> unusable(StoredCredential stored, UploadFailure.Reason reason) {
        return transactions.run(tx -> tx.preparedQuery(UNUSABLE)
                .execute(Tuple.of(stored.account().id(), stored.generation()))
                .map(CredentialStore::changed)
                .call(changed -> tell(tx, changed, events.needsReauthorisation(stored.account(), reason))));
    }

    private Uni<Boolean> insert(SqlConnection tx, ConnectedAccount account) {
        Secrets secrets = Secrets.of(account.seed(), clock.instant());
        return tx.preparedQuery(INSERT)
                .execute(Tuple.from(row(account, secrets)))
                .map(CredentialStore::changed);
    }

    private Uni<StoredCredential> seeded(SqlConnection tx, ConnectedAccount account, Row row) {
        StoredCredential stored = stored(account, row);
        if (!stored.secrets().cameFrom(account.seed())) {
            return seededAnew(tx, stored);
        }
        return keys.get().isNewest(sealed(row))
                ? Uni.createFrom().item(stored)
                : reseal(tx, stored).replaceWith(stored);
    }

    private Uni<StoredCredential> seededAnew(SqlConnection tx, StoredCredential stored) {
        Secrets secrets = Secrets.of(stored.account().seed(), clock.instant());
        return replace(tx, stored, secrets)
                .replaceWith(new StoredCredential(stored.account(), secrets, stored.generation() + 1, false));
    }

    private Uni<Void> reseal(SqlConnection tx, StoredCredential stored) {
        Sealed sealed = keys.get().seal(stored.account().id(), stored.secrets().json());
        return tx.preparedQuery(RESEAL)
                .execute(Tuple.of(stored.account().id(), Buffer.buffer(sealed.bytes()), sealed.keyId()))
                .replaceWithVoid();
    }

    private Uni<Boolean> replace(SqlConnection tx, StoredCredential stored, Secrets secrets) {
        Object[] row = row(stored.account(), secrets);
        return tx.preparedQuery(REPLACE)
                .execute(Tuple.from(new Object[] {row[0], row[1], row[2], row[3], stored.generation()}))
                .map(CredentialStore::changed);
    }

    private Object[] row(ConnectedAccount account, Secrets secrets) {
        Sealed sealed = keys.get().seal(account.id(), secrets.json());
        return new Object[] {
            account.id(),
            Buffer.buffer(sealed.bytes()),
            sealed.keyId(),
            secrets.accessExpiresAt().map(end -> end.atOffset(ZoneOffset.UTC)).orElse(null)
        };
    }

    private Uni<Void> tell(SqlConnection tx, boolean changed, OutgoingEvent event) {
        return changed
                ? outbox.add(OpenTransaction.on(tx), event)
                : Uni.createFrom().voidItem();
    }

    private StoredCredential stored(ConnectedAccount account, Row row) {
        Secrets secrets = Secrets.parse(keys.get().open(account.id(), sealed(row)));
        boolean unusable =
                Optional.ofNullable(row.getOffsetDateTime("unusable_since")).isPresent();
        return new StoredCredential(account, secrets, row.getLong("generation"), unusable);
    }

    private static Sealed sealed(Row row) {
        return new Sealed(row.getBuffer("sealed").getBytes(), row.getString("key_id"));
    }

    private static boolean changed(RowSet<Row> rows) {
        return rows.rowCount() > 0;
    }
}
