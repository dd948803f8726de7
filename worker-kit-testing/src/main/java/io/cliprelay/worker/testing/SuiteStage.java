package io.cliprelay.worker.testing;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Function;

import jakarta.inject.Inject;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.Topics;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.kit.testing.TopicWriter;
import io.cliprelay.worker.inbox.CommandInbox;
import io.cliprelay.worker.inbox.Leases;
import io.cliprelay.worker.upload.UploadTemplate;

/**
 * What a suite needs around it: the worker's own parts, the proxy before the sandbox, and both ends of Kafka. A platform's
 * test extends {@link PlatformUploaderContract}.
 */
public abstract class SuiteStage {

    @Inject
    Leases leases;

    @Inject
    UploadTemplate template;

    @Inject
    CommandInbox inbox;

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

    /** Sets all up, and takes it down again after {@code work}. */
    @SuppressWarnings("try") // the proxy only has to be there
    <T> T withSuite(Function<Suite, T> work) {
        Sandbox sandbox = Sandbox.underTest();
        prepare(sandbox);
        Director director = new Director();
        transactions.watchedBy(director);
        int port = ConfigProvider.getConfig().getValue(SandboxedWorker.PROXY_PORT, Integer.class);
        try (FaultProxy proxy = FaultProxy.start(port, URI.create(sandbox.url()), director);
                TopicWriter commands = TopicWriter.open();
                TopicReader events = TopicReader.of(Topics.UPLOAD_EVENTS)) {
            return work.apply(new Suite(
                    subject(),
                    director,
                    () -> new Replica(leases, template, vertx, director),
                    pool,
                    sandbox,
                    scenery(sandbox),
                    new Orders(commands, inbox),
                    events,
                    folder));
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
}
