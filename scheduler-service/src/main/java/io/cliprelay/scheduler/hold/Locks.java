package io.cliprelay.scheduler.hold;

import java.util.Collection;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

import io.cliprelay.contracts.upload.UploadRef;

/**
 * Keeps a decision about a job and a change of what it is decided by apart, until the transaction ends. Always taken
 * before any job is held, the platform's before the account's, so that no two wait for each other.
 */
@ApplicationScoped
class Locks {

    private static final String ONE = "select pg_advisory_xact_lock(hashtextextended($1, 41))";

    private static final String SHARED = """
            select pg_advisory_xact_lock_shared(hashtextextended(name, 41))
            from unnest(cast($1 as text[])) with ordinality as wanted(name, position) order by position
            """;

    /** What holds these uploads does not change meanwhile. */
    Uni<Void> toDecide(SqlConnection transaction, Collection<UploadRef> uploads) {
        return shared(transaction, Stream.concat(platforms(uploads), accounts(uploads)));
    }

    /** Nobody decides about uploads to the account meanwhile. */
    Uni<Void> toChangeAccount(SqlConnection transaction, String platform, String account) {
        return shared(transaction, Stream.of(platform(platform))).chain(() -> one(transaction, account(account)));
    }

    /** Nobody decides about uploads to the platform meanwhile. */
    Uni<Void> toChangePlatform(SqlConnection transaction, String platform) {
        return one(transaction, platform(platform));
    }

    private static Uni<Void> shared(SqlConnection transaction, Stream<String> names) {
        return transaction
                .preparedQuery(SHARED)
                .execute(Tuple.of(names.toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static Uni<Void> one(SqlConnection transaction, String name) {
        return transaction.preparedQuery(ONE).execute(Tuple.of(name)).replaceWithVoid();
    }

    private static Stream<String> platforms(Collection<UploadRef> uploads) {
        return uploads.stream().map(UploadRef::platform).distinct().sorted().map(Locks::platform);
    }

    private static Stream<String> accounts(Collection<UploadRef> uploads) {
        return uploads.stream()
                .map(upload -> upload.accountId().toString())
                .distinct()
                .sorted()
                .map(Locks::account);
    }

    private static String platform(String id) {
        return "platform:" + id;
    }

    private static String account(String id) {
        return "account:" + id;
    }
}
