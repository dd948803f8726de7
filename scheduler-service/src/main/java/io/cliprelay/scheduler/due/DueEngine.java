package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * Sleeps until the next job is due, takes what is, and lets it fly: claim, then command, then the note that Kafka has it.
 * Any number of replicas do so side by side. While batches are on their way further ones are taken.
 */
@ApplicationScoped
public class DueEngine {

    private static final Logger LOG = Logger.getLogger(DueEngine.class);

    /** A connection that hangs must not keep later looks from beginning. */
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    /** After a failure: the database may be away. */
    private static final Duration TROUBLE = Duration.ofMillis(500);
    /** After that time no statement of before a failure is at work any more. */
    private static final Duration AFTERMATH = Duration.ofSeconds(30);

    private final Agenda agenda;
    private final Flights flights;
    private final ClaimStore claims;
    private final CommandSender sender;
    private final DueNews news;
    private final Pulse pulse;
    private final Standstills standstills;
    private final DueConfig config;
    private final DueMetrics metrics;
    private final Vertx vertx;
    private final Context context;
    private final Alarm alarm;
    private final Moments moments = new Moments();
    private final CountDownLatch landed = new CountDownLatch(1);
    private volatile boolean stopped;
    /** Only touched on {@link #context}, as is the alarm. */
    private boolean waitsForLanding;

    private boolean alive;
    /** How many looks are under way. */
    private int looks;

    private boolean troubled;

    DueEngine(
            Agenda agenda,
            Flights flights,
            ClaimStore claims,
            CommandSender sender,
            DueNews news,
            Pulse pulse,
            DueConfig config,
            DueMetrics metrics,
            Vertx vertx) {
        this.agenda = agenda;
        this.flights = flights;
        this.claims = claims;
        this.sender = sender;
        this.news = news;
        this.pulse = pulse;
        this.config = config;
        this.metrics = metrics;
        this.vertx = vertx;
        this.standstills = new Standstills(config.beatsUntilDead());
        // A context of its own: what it dispatches belongs to the jobs' traces, not to whoever woke it.
        this.context = vertx.getOrCreateContext();
        this.alarm = new Alarm(vertx, context, this::look);
    }

    void start(@Observes StartupEvent started) {
        sender.open();
        // Who has claims must have beaten: else nobody would miss it.
        onContext(alarm::hold);
        pulse.start(agenda.node(), this::beaten);
        news.listen(this::told);
    }

    /** Takes nothing more, and waits a while for what is on its way. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped = true;
        news.stop();
        onContext(this::afterLanding);
        if (!landed.await(config.farewell().toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("Commands are still on their way; another replica, or the next start, sends them again");
        }
        pulse.stop();
    }

    private void told(OptionalLong dueAt) {
        onContext(() -> alarm.ringBy(dueAt.isPresent() ? Instant.ofEpochMilli(dueAt.getAsLong()) : Instant.MIN));
    }

    private void beaten(Beats beats, long askedAt, long answeredAt) {
        onContext(() -> {
            alarm.read(beats.now(), askedAt, answeredAt);
            agenda.dead(standstills.after(beats.others()));
            if (agenda.more()) {
                alarm.ringNow();
            }
            if (!alive) {
                alive = true;
                alarm.release();
            }
        });
    }

    private void look() {
        if (stopped || !alive || mustWait()) {
            return;
        }
        alarm.hold();
        if (flights.full(looks)) {
            waitsForLanding = true;
            vertx.setTimer(flights.slot().toMillis(), fired -> onContext(this::goOn));
            return;
        }
        looks++;
        long askedAt = System.nanoTime();
        // Nobody waits for a look: what it leaves behind, for whatever reason, the next one takes.
        agenda.take()
                .ifNoItem()
                .after(ANSWER_LIMIT)
                .fail()
                .emitOn(this::onContext)
                .subscribe()
                .with(claim -> took(claim, askedAt), this::failed);
        if (agenda.abreast()) {
            onContext(this::look);
        }
    }

    /** For looks that are under way; what they find sets the alarm. */
    private boolean mustWait() {
        return looks > 0 && (looks == Agenda.ABREAST || !agenda.abreast());
    }

    private void took(Claim claim, long askedAt) {
        alarm.read(claim.now(), askedAt, System.nanoTime());
        if (stopped) {
            giveBack(claim);
            return;
        }
        looks--;
        recovered();
        claim.id().ifPresent(id -> fly(id, claim.jobs()));
        setAlarm(claim);
        alarm.release();
    }

    private void setAlarm(Claim claim) {
        if (!claim.jobs().isEmpty() || !claim.missedSome()) {
            moments.over();
        }
        if (agenda.more()) {
            alarm.ringNow();
        } else if (claim.missedSome()) {
            alarm.ringWithin(moments.next());
        } else {
            claim.next().ifPresent(alarm::ringBy);
            alarm.ringWithin(config.safetyPoll());
        }
    }

    private void fly(UUID claim, List<DueJob> jobs) {
        // A flight ends only by landing.
        flights.launch(agenda.node(), claim, jobs)
                .emitOn(this::onContext)
                .subscribe()
                .with(done -> afterLanding(jobs), failure -> LOG.error("A flight failed", failure));
    }

    private void afterLanding(List<DueJob> jobs) {
        metrics.dispatched(jobs, alarm.now());
        afterLanding();
    }

    private void afterLanding() {
        if (stopped && looks == 0 && flights.none()) {
            landed.countDown();
        } else {
            goOn();
        }
    }

    private void goOn() {
        if (waitsForLanding) {
            waitsForLanding = false;
            alarm.ringNow();
            alarm.release();
        }
    }

    /** What was claimed while the stop was asked for. Where this fails, another replica takes it over. */
    private void giveBack(Claim claim) {
        claim.id()
                .map(id -> claims.giveBack(agenda.node(), id))
                .orElseGet(() -> Uni.createFrom().voidItem())
                .onFailure()
                .invoke(failure -> LOG.warnf("Claims could not be given back: %s", failure))
                .onItemOrFailure()
                .transform((done, failure) -> failure)
                .emitOn(this::onContext)
                .subscribe()
                .with(any -> lookOver());
    }

    private void lookOver() {
        looks--;
        afterLanding();
    }

    private void failed(Throwable failure) {
        agenda.unsure();
        if (!troubled && !stopped) {
            LOG.warnf("Due jobs could not be taken, tried again each %s: %s", TROUBLE, failure);
        }
        troubled = true;
        lookOver();
        alarm.ringWithin(TROUBLE);
        alarm.release();
    }

    /** What the database did with a claim before it went away may show only when it is back. */
    private void recovered() {
        if (troubled) {
            troubled = false;
            LOG.info("Due jobs are taken again");
            vertx.setTimer(AFTERMATH.toMillis(), fired -> onContext(this::makeSure));
        }
    }

    private void makeSure() {
        agenda.unsure();
        alarm.ringNow();
    }

    private void onContext(Runnable task) {
        context.runOnContext(ignored -> task.run());
    }
}
