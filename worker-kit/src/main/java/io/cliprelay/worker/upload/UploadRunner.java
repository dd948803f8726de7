package io.cliprelay.worker.upload;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import io.cliprelay.kit.pass.Passes;
import io.cliprelay.worker.PlatformSettings;
import io.cliprelay.worker.WorkerConfig;
import io.cliprelay.worker.inbox.CommandInbox;
import io.cliprelay.worker.inbox.Leases;
import io.cliprelay.worker.inbox.StoredUpload;

/**
 * Takes uploads that are due and runs them, as many at once as configured: at once when a command arrives, and by a sweep
 * for what a dead process left. While they run their leases are renewed; an upload whose lease is lost is dropped before
 * its next call.
 */
@ApplicationScoped
public class UploadRunner {

    private static final Logger LOG = Logger.getLogger(UploadRunner.class);
    private static final Duration HAND_OVER_LIMIT = Duration.ofSeconds(5);
    private static final Duration TAKE_LIMIT = Duration.ofSeconds(30);

    /** This process, to the database. */
    private final UUID owner = UUID.randomUUID();

    private final Leases leases;
    private final UploadTemplate template;
    private final UploadContexts contexts;
    private final WorkerConfig config;
    private final PlatformSettings settings;
    private final InstantSource clock;
    private final Vertx vertx;
    private final Map<UUID, Run> running = new ConcurrentHashMap<>();
    private final Passes passes;
    private volatile long renewedAt = System.nanoTime();

    UploadRunner(
            Leases leases,
            UploadTemplate template,
            UploadContexts contexts,
            WorkerConfig config,
            PlatformSettings settings,
            InstantSource clock,
            Vertx vertx) {
        this.leases = leases;
        this.template = template;
        this.contexts = contexts;
        this.config = config;
        this.settings = settings;
        this.clock = clock;
        this.vertx = vertx;
        this.passes = Passes.of(vertx, TAKE_LIMIT, this::take, this::complain);
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(config.sweepInterval().toMillis(), timer -> wake());
        vertx.setPeriodic(config.lease().heartbeat().toMillis(), timer -> renew());
    }

    void onArrival(@Observes CommandInbox.Arrival arrival) {
        wake();
    }

    /** Stops what runs and gives it back, so that whoever takes over need not wait for the leases to run out. */
    void stop(@Observes ShutdownEvent stopping) {
        passes.stop();
        Set<UUID> uploads = Set.copyOf(running.keySet());
        running.values().forEach(Run::cancel);
        if (!uploads.isEmpty()) {
            leases.release(owner, uploads).await().atMost(HAND_OVER_LIMIT);
        }
    }

    /** Has due uploads taken soon; returns at once. From any thread, as often as one likes. */
    void wake() {
        passes.wake();
    }

    /** Each upload that ends wakes again, so what there is no room for now is not forgotten. */
    private Uni<Boolean> take() {
        int free = settings.upload().concurrentUploads() - running.size();
        return free <= 0
                ? Uni.createFrom().item(false)
                : leases.take(owner, free, Set.copyOf(running.keySet()))
                        .invoke(this::begin)
                        .replaceWith(false);
    }

    private void begin(List<StoredUpload> taken) {
        if (passes.stopped()) {
            giveBack(taken);
        } else {
            taken.forEach(this::run);
        }
    }

    /** Nobody waits for it: a lease that is not given back runs out. */
    private void giveBack(List<StoredUpload> taken) {
        leases.release(owner, taken.stream().map(StoredUpload::id).toList())
                .subscribe()
                .with(released -> {}, failure -> LOG.debugf("Leases run out by themselves: %s", failure));
    }

    private void complain(Throwable failure) {
        LOG.warnf("No upload could be taken, tried again in %s: %s", config.sweepInterval(), failure);
    }

    private void run(StoredUpload upload) {
        Run run = new Run();
        running.put(upload.id(), run);
        contexts.run(
                upload,
                "upload attempt",
                // Nobody waits for a run: the journal holds what becomes of the upload.
                done -> run.begin(() -> work(upload)
                        .onTermination()
                        .invoke(done)
                        .subscribe()
                        .with(next -> ended(upload, run, next), failure -> broken(upload, run, failure))));
    }

    private Uni<Optional<Instant>> work(StoredUpload upload) {
        // Not each further look at a platform that takes its time.
        if (upload.looks() == 0) {
            LOG.infof("Upload %s goes on at %s", upload.id(), upload.step());
        }
        return template.run(upload);
    }

    private void ended(StoredUpload upload, Run run, Optional<Instant> next) {
        running.remove(upload.id(), run);
        if (next.isEmpty()) {
            LOG.infof("Upload %s needs nothing more here", upload.id());
        }
        next.map(at -> Math.max(1, Duration.between(clock.instant(), at).toMillis()))
                .ifPresent(delay -> vertx.setTimer(delay, timer -> wake()));
        wake();
    }

    /** Whatever it was, the upload stands as it was last written down; it is taken again when its lease has run out. */
    private void broken(StoredUpload upload, Run run, Throwable failure) {
        running.remove(upload.id(), run);
        LOG.warnf(failure, "Upload %s was dropped and goes on when its lease has run out", upload.id());
    }

    private void renew() {
        Map<UUID, Run> runs = Map.copyOf(running);
        long asked = System.nanoTime();
        if (runs.isEmpty() || passes.stopped()) {
            renewedAt = asked;
            return;
        }
        dropAfterSilence(asked);
        // Nobody waits for a heartbeat: the next one follows, and too long a silence drops the uploads.
        leases.renew(owner, runs.keySet())
                .subscribe()
                .with(
                        kept -> afterRenewal(asked, runs, kept),
                        failure -> LOG.warnf("The leases could not be renewed: %s", failure));
    }

    private void afterRenewal(long asked, Map<UUID, Run> runs, Set<UUID> kept) {
        renewedAt = asked;
        runs.forEach((upload, run) -> {
            if (!kept.contains(upload)) {
                drop(upload, run);
            }
        });
    }

    /** Before the database can hand the leases on: the silence is counted from the last request that was answered. */
    private void dropAfterSilence(long now) {
        Duration bearable = config.lease().duration().minus(config.lease().heartbeat());
        if (now - renewedAt > bearable.toNanos()) {
            Map.copyOf(running).forEach(this::drop);
        }
    }

    /** Not a later run of the same upload, which has a lease of its own. */
    private void drop(UUID upload, Run run) {
        if (running.remove(upload, run)) {
            run.cancel();
            LOG.warnf("The lease of upload %s is lost; it was dropped", upload);
        }
    }
}
