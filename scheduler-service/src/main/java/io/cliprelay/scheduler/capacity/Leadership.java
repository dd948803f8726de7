package io.cliprelay.scheduler.capacity;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import org.jboss.logging.Logger;

/** One of the replicas acts: the one that holds a Lease. Whoever dies loses it, and another one takes it. */
final class Leadership implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Leadership.class);
    private static final String LEASE = "cliprelay-capacity";

    /** How long a Lease holds, by when it must be renewed, and from one try to the next. */
    record Times(Duration lease, Duration renewal, Duration retry) {

        static final Times USUAL = new Times(Duration.ofSeconds(15), Duration.ofSeconds(10), Duration.ofSeconds(2));
    }

    private final KubernetesClient client;
    private final String namespace;
    private final String identity;
    private final Times times;
    private volatile boolean leads;
    private volatile boolean closed;
    private volatile CompletableFuture<?> run = CompletableFuture.completedFuture(null);

    /** @param identity this replica's, and nobody else's */
    Leadership(KubernetesClient client, String namespace, String identity, Times times) {
        this.client = client;
        this.namespace = namespace;
        this.identity = identity;
        this.times = times;
    }

    /** Stands for election from now on, also after it was lost; returns at once. */
    void begin() {
        if (closed) {
            return;
        }
        run = client.leaderElector()
                .withConfig(new LeaderElectionConfigBuilder()
                        .withName(LEASE)
                        .withLock(new LeaseLock(namespace, LEASE, identity))
                        .withLeaseDuration(times.lease())
                        .withRenewDeadline(times.renewal())
                        .withRetryPeriod(times.retry())
                        .withReleaseOnCancel(true)
                        .withLeaderCallbacks(new LeaderCallbacks(this::won, this::lost, any -> {}))
                        .build())
                .build()
                .start();
        run.whenComplete((ended, failure) -> beginAgain());
    }

    private void beginAgain() {
        leads = false;
        if (!closed) {
            CompletableFuture.delayedExecutor(times.retry().toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::begin);
        }
    }

    private void won() {
        leads = true;
        LOG.infof("%s decides how many workers there are", identity);
    }

    private void lost() {
        leads = false;
        LOG.infof("%s no longer decides how many workers there are", identity);
    }

    /** Whether this replica acts now. */
    boolean leads() {
        return leads;
    }

    /** Gives it up, so that another replica needs not wait until the Lease is over. */
    @Override
    public void close() {
        closed = true;
        leads = false;
        run.cancel(true);
    }
}
