package io.cliprelay.worker.statistics;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import io.cliprelay.worker.PlatformSettings;
import io.cliprelay.worker.WorkerConfig;
import io.cliprelay.worker.upload.UploadContexts;

/** Takes readings that are due, a few at a time, for as long as there are any. Uploads have runners of their own. */
@ApplicationScoped
public class ReadingRunner {

    private static final Logger LOG = Logger.getLogger(ReadingRunner.class);
    /** Below a claim's life, so that nobody else has taken what is still running here. */
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Readings readings;
    private final FollowUp followUp;
    private final UploadContexts contexts;
    private final WorkerConfig.Statistics config;
    private final boolean enabled;
    private final Vertx vertx;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicBoolean taking = new AtomicBoolean();
    private volatile boolean stopped;

    ReadingRunner(
            Readings readings,
            FollowUp followUp,
            UploadContexts contexts,
            WorkerConfig config,
            PlatformSettings settings,
            Vertx vertx) {
        this.readings = readings;
        this.followUp = followUp;
        this.contexts = contexts;
        this.config = config.statistics();
        this.enabled = settings.enabled() && config.statistics().enabled();
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        config.after().stream()
                .filter(after -> after.isZero() || after.isNegative())
                .findFirst()
                .ifPresent(wrong -> {
                    throw new IllegalStateException(
                            "cliprelay.worker.statistics.after has %s; set times above zero, such as 1h,1d"
                                    .formatted(wrong));
                });
        if (enabled) {
            vertx.setPeriodic(config.sweepInterval().toMillis(), timer -> take());
        }
    }

    /** What runs is not waited for: its claim ends by itself. */
    void stop(@Observes ShutdownEvent stopping) {
        stopped = true;
    }

    private void take() {
        int free = config.concurrent() - running.get();
        if (stopped || free <= 0 || !taking.compareAndSet(false, true)) {
            return;
        }
        // Nobody waits for it: what is not taken now, the next sweep takes.
        readings.take(free)
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onTermination()
                .invoke(() -> taking.set(false))
                .subscribe()
                .with(this::run, this::notTaken);
    }

    private void notTaken(Throwable failure) {
        if (!stopped) {
            LOG.warnf("No statistics could be read, tried again in %s: %s", config.sweepInterval(), failure);
        }
    }

    private void run(List<Reading> taken) {
        taken.forEach(reading -> {
            running.incrementAndGet();
            contexts.run(reading.upload(), "read statistics", done -> run(reading, done));
        });
    }

    private void run(Reading reading, Runnable done) {
        // Nobody waits for it: the table holds what is left to do.
        followUp.of(reading)
                .ifNoItem()
                .after(LIMIT)
                .fail()
                .onTermination()
                .invoke(() -> {
                    done.run();
                    running.decrementAndGet();
                })
                .subscribe()
                .with(read -> take(), failure -> notWritten(reading, failure));
    }

    private void notWritten(Reading reading, Throwable failure) {
        if (!stopped) {
            LOG.warnf(
                    failure,
                    "What the post of upload %s has come to could not be written down; it is read again later",
                    reading.upload().id());
        }
    }
}
