package io.cliprelay.gateway.webhook;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import io.cliprelay.kit.pass.Passes;

/** Sends what is due. A pass takes messages and goes on without waiting for their answers. */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final Duration PASS_LIMIT = Duration.ofSeconds(30);

    /** From an answer, or its absence, until it is stored. */
    private static final Duration SLACK = Duration.ofSeconds(20);

    private final DeliveryQueue queue;
    private final Outcomes outcomes;
    private final Sender sender;
    private final WebhookConfig config;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Vertx vertx;
    private final Passes passes;
    private final AtomicInteger onTheirWay = new AtomicInteger();
    private long sweeper;

    Dispatcher(
            DeliveryQueue queue,
            Outcomes outcomes,
            Sender sender,
            WebhookConfig config,
            InstantSource clock,
            MeterRegistry meters,
            Vertx vertx) {
        this.queue = queue;
        this.outcomes = outcomes;
        this.sender = sender;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
        this.vertx = vertx;
        this.passes = Passes.of(vertx, PASS_LIMIT, this::pass, this::complain);
        meters.gauge("cliprelay.webhooks.sending", onTheirWay);
    }

    void start(@Observes StartupEvent started) {
        sweeper = vertx.setPeriodic(config.sweepInterval().toMillis(), timer -> wake());
    }

    void stop(@Observes ShutdownEvent stopping) {
        passes.stop();
        vertx.cancelTimer(sweeper);
    }

    /** Has what is due sent soon; returns at once. */
    void wake() {
        passes.wake();
    }

    private Uni<Boolean> pass() {
        int room = config.atOnce() - onTheirWay.get();
        return room <= 0
                ? Uni.createFrom().item(false)
                : queue.take(room, config.timeout().plus(SLACK))
                        .invoke(this::sendAll)
                        .map(taken -> false);
    }

    private void sendAll(List<Message> taken) {
        onTheirWay.addAndGet(taken.size());
        taken.forEach(message -> send(message).subscribe().with(done -> over(), this::lost));
    }

    private Uni<Void> send(Message message) {
        return sender.send(message).chain(outcome -> {
            AfterAttempt next = AfterAttempt.of(
                    outcome,
                    message.attempt(),
                    config.retryAfter(),
                    ThreadLocalRandom.current().nextDouble());
            count(next);
            return outcomes.note(message, outcome, next, clock.instant());
        });
    }

    private void over() {
        onTheirWay.decrementAndGet();
        wake();
    }

    /** Its lease ends, and it is sent again. */
    private void lost(Throwable failure) {
        LOG.warnf("It could not be noted what became of a webhook; it is sent again: %s", failure);
        onTheirWay.decrementAndGet();
    }

    private void count(AfterAttempt next) {
        String outcome =
                switch (next) {
                    case AfterAttempt.Done done -> "delivered";
                    case AfterAttempt.Again again -> "again";
                    case AfterAttempt.GiveUp giveUp -> "failed";
                    case AfterAttempt.Stop stop -> "gone";
                };
        meters.counter("cliprelay.webhooks.attempts", "outcome", outcome).increment();
    }

    private void complain(Throwable failure) {
        LOG.warnf("Webhooks could not be looked for and are again in %s: %s", config.sweepInterval(), failure);
    }
}
