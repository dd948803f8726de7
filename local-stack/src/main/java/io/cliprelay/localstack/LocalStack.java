package io.cliprelay.localstack;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Broker and database together, started side by side. */
public final class LocalStack implements AutoCloseable {

    private final EmbeddedKafka kafka;
    private final EmbeddedDatabase database;

    private LocalStack(EmbeddedKafka kafka, EmbeddedDatabase database) {
        this.kafka = kafka;
        this.database = database;
    }

    /**
     * Starts both and returns once both serve.
     *
     * @throws LocalStackException if one does not start; the other is stopped again
     */
    public static LocalStack start(LocalStackOptions options) {
        CompletableFuture<EmbeddedDatabase> database = CompletableFuture.supplyAsync(
                () -> EmbeddedDatabase.start(options.database()), Thread::startVirtualThread);
        EmbeddedKafka kafka = startKafka(options, database);
        try {
            return new LocalStack(kafka, database.join());
        } catch (CompletionException e) {
            kafka.close();
            throw asLocalStackException(e);
        }
    }

    public EmbeddedKafka kafka() {
        return kafka;
    }

    public EmbeddedDatabase database() {
        return database;
    }

    @Override
    public void close() {
        CompletableFuture<Void> databaseClosed =
                CompletableFuture.runAsync(database::close, Thread::startVirtualThread);
        kafka.close();
        databaseClosed.join();
    }

    private static EmbeddedKafka startKafka(LocalStackOptions options, CompletableFuture<EmbeddedDatabase> database) {
        try {
            return EmbeddedKafka.start(options.kafkaFolder(), options.kafkaPort());
        } catch (LocalStackException e) {
            database.thenAccept(EmbeddedDatabase::close)
                    .exceptionally(alreadyFailed -> null)
                    .join();
            throw e;
        }
    }

    private static LocalStackException asLocalStackException(CompletionException e) {
        return e.getCause() instanceof LocalStackException cause
                ? cause
                : new LocalStackException("PostgreSQL did not start: " + e.getMessage(), e);
    }
}
