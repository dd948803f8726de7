package io.cliprelay.scheduler.capacity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jboss.logging.Logger;

/** One look: decides for each platform, and orders what is decided. Not thread-safe; blocks. */
final class CapacityPass {

    private static final Logger LOG = Logger.getLogger(CapacityPass.class);

    private final CapacityConfig config;
    private final InstantSource clock;
    private final Workers workers;
    private final Map<String, Descent> descents = new HashMap<>();

    CapacityPass(CapacityConfig config, InstantSource clock, Workers workers) {
        this.config = config;
        this.clock = clock;
        this.workers = workers;
    }

    /**
     * What is wanted of one platform's worker and how many are ordered.
     *
     * @param ordered before this look
     */
    record Decided(int wanted, int ordered) {}

    /**
     * Decides for one platform.
     *
     * @param anUpload how long one took of late; empty where nobody knows
     * @return empty where its worker has no Deployment
     */
    Optional<Decided> decide(String platform, Outlook outlook, Optional<Duration> anUpload) {
        String deployment = config.deployments().getOrDefault(platform, platform + "-worker");
        return workers.replicas(deployment)
                .map(ordered ->
                        decide(platform, deployment, ordered, Sizing.replicas(outlook, power(anUpload), bounds())));
    }

    private Decided decide(String platform, String deployment, int ordered, Wanted wanted) {
        Instant now = clock.instant();
        int replicas = descents.computeIfAbsent(platform, any -> new Descent(config.coolDown()))
                .from(now, wanted.replicas());
        if (replicas != ordered) {
            order(deployment, ordered, replicas, wanted);
        }
        return new Decided(replicas, ordered);
    }

    private void order(String deployment, int ordered, int replicas, Wanted wanted) {
        if (config.mode() == CapacityConfig.Mode.ON) {
            workers.order(deployment, ordered, replicas);
            LOG.infof(
                    "%s goes from %d replicas to %d. Wanted: %s", deployment, ordered, replicas, wanted.explanation());
        } else {
            LOG.infof(
                    "%s would go from %d replicas to %d. Wanted: %s",
                    deployment, ordered, replicas, wanted.explanation());
        }
    }

    private Power power(Optional<Duration> anUpload) {
        CapacityConfig.Replica replica = config.replica();
        return new Power(
                replica.atOnce(),
                anUpload.orElse(replica.anUpload()),
                replica.bytesPerSecond().asLongValue());
    }

    private Bounds bounds() {
        return new Bounds(config.least(), Math.max(config.least(), config.most()), config.longestWait(), config.use());
    }
}
