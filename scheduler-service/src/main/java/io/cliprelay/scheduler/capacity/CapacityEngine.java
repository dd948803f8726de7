package io.cliprelay.scheduler.capacity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import io.cliprelay.kit.pass.Passes;

/** Has the number of workers follow the plan, in Kubernetes and where it is wanted; one replica of the scheduler does. */
@ApplicationScoped
public class CapacityEngine {

    private static final Logger LOG = Logger.getLogger(CapacityEngine.class);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Set in every container of a cluster. */
    private static final String IN_A_CLUSTER = "KUBERNETES_SERVICE_HOST";

    private final CapacityConfig config;
    private final Prospects prospects;
    private final Instance<KubernetesClient> kubernetes;
    private final MeterRegistry meters;
    private final InstantSource clock;
    private final Vertx vertx;
    private final Map<String, AtomicInteger> gauges = new ConcurrentHashMap<>();
    private Optional<Running> running = Optional.empty();

    /** What there is while it is on. */
    private record Running(Leadership leadership, Passes passes, long timer) {}

    CapacityEngine(
            CapacityConfig config,
            Prospects prospects,
            Instance<KubernetesClient> kubernetes,
            MeterRegistry meters,
            InstantSource clock,
            Vertx vertx) {
        this.config = config;
        this.prospects = prospects;
        this.kubernetes = kubernetes;
        this.meters = meters;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        if (config.mode() == CapacityConfig.Mode.OFF) {
            return;
        }
        if (System.getenv(IN_A_CLUSTER) == null) {
            LOG.info("The number of workers does not follow the plan: this is no Kubernetes cluster");
            return;
        }
        running = Optional.of(begin(kubernetes.get()));
    }

    private Running begin(KubernetesClient client) {
        String namespace = config.namespace().orElseGet(client::getNamespace);
        Leadership leadership =
                new Leadership(client, namespace, "scheduler-" + UUID.randomUUID(), Leadership.Times.USUAL);
        CapacityPass pass = new CapacityPass(config, clock, new Workers(client, namespace));
        Passes passes = Passes.of(vertx, LIMIT, () -> look(leadership, pass), CapacityEngine::complain);
        leadership.begin();
        return new Running(leadership, passes, vertx.setPeriodic(config.look().toMillis(), tick -> passes.wake()));
    }

    void stop(@Observes ShutdownEvent stopping) {
        running.ifPresent(all -> {
            vertx.cancelTimer(all.timer());
            all.passes().stop();
            all.leadership().close();
        });
    }

    private Uni<Boolean> look(Leadership leadership, CapacityPass pass) {
        if (!leadership.leads()) {
            return Uni.createFrom().item(false);
        }
        return Uni.combine()
                .all()
                .unis(prospects.outlooks(), prospects.lately())
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(known -> known.getItem1()
                        .forEach((platform, outlook) -> decide(
                                pass,
                                platform,
                                outlook,
                                Optional.ofNullable(known.getItem2().get(platform)))))
                .replaceWith(false);
    }

    /** What goes wrong with one platform's worker keeps no other one waiting. */
    private void decide(CapacityPass pass, String platform, Outlook outlook, Optional<Duration> anUpload) {
        try {
            pass.decide(platform, outlook, anUpload).ifPresent(decided -> {
                gauge("cliprelay.capacity.wanted", platform).set(decided.wanted());
                gauge("cliprelay.capacity.ordered", platform).set(decided.ordered());
            });
        } catch (RuntimeException failure) {
            complain(failure);
        }
    }

    private AtomicInteger gauge(String name, String platform) {
        return gauges.computeIfAbsent(
                name + platform, any -> meters.gauge(name, Tags.of("platform", platform), new AtomicInteger()));
    }

    private static void complain(Throwable failure) {
        LOG.warnf("How many workers there are could not be changed, tried again soon: %s", failure.toString());
    }
}
