package io.cliprelay.worker.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import jakarta.inject.Inject;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.Topics;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.kit.testing.TopicWriter;
import io.cliprelay.worker.inbox.Leases;
import io.cliprelay.worker.upload.UploadTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The promise, put to the test for one platform: every upload ends in exactly one post or in a named reason, whatever
 * goes wrong.
 *
 * <p>The suite finds the fault points by itself. It watches one clean run (each commit of the database, each request to
 * the platform, each answer) and repeats it once for each of them and each {@link Fault.Kind fault} that fits there,
 * against the sandbox, PostgreSQL and Kafka. A platform's test extends this class with {@code @QuarkusTest} and
 * {@code @TestProfile(ContractProfile.class)}, and says what to test with.
 */
public abstract class PlatformUploaderContract {

    @Inject
    Leases leases;

    @Inject
    UploadTemplate template;

    @Inject
    WatchedTransactions transactions;

    @Inject
    Pool pool;

    @Inject
    Vertx vertx;

    @TempDir
    Path folder;

    /** What the worker is tested with. */
    protected abstract Subject subject();

    /** Sets the sandbox up for the suite, before the first run. */
    protected void prepare(Sandbox sandbox) {}

    /**
     * Sets the sandbox up for the runs in which a request of {@code operation} (its method and path, without ids) arrives
     * after another replica has finished; {@link #prepare} is called again after it.
     */
    protected void prepareForLateArrival(Sandbox sandbox, String operation) {}

    /** How many runs with a fault there have to be at least. */
    protected int expectedRuns() {
        return 100;
    }

    @Test
    @SuppressWarnings("try") // the proxy only has to be there
    void everyUploadEndsInExactlyOnePostOrANamedReasonWhateverGoesWrong() throws IOException {
        Sandbox sandbox = Sandbox.underTest();
        prepare(sandbox);
        Director director = new Director();
        transactions.watchedBy(director);
        int port = ConfigProvider.getConfig().getValue(SandboxedWorker.PROXY_PORT, Integer.class);
        try (FaultProxy proxy = FaultProxy.start(port, URI.create(sandbox.url()), director);
                TopicWriter commands = TopicWriter.open();
                TopicReader events = TopicReader.of(Topics.UPLOAD_EVENTS)) {
            Suite suite = new Suite(
                    subject(),
                    director,
                    () -> new Replica(leases, template, vertx),
                    pool,
                    sandbox,
                    scenery(sandbox),
                    commands,
                    events,
                    folder);
            judge(suite.run());
        }
    }

    private Scenery scenery(Sandbox sandbox) {
        return new Scenery() {
            @Override
            public void lateArrival(String operation) {
                prepareForLateArrival(sandbox, operation);
            }

            @Override
            public void usual() {
                prepare(sandbox);
            }
        };
    }

    private void judge(Ledger ledger) throws IOException {
        Files.writeString(
                Path.of(
                        "target",
                        "conformance-%s-%s.txt"
                                .formatted(ledger.platform(), subject().account())),
                ledger.table());
        // The table is what the suite is for.
        System.out.println(ledger.table());
        assertThat(ledger.unclean()).isEmpty();
        assertThat(ledger.journeys()).hasSizeGreaterThanOrEqualTo(expectedRuns());
    }
}
