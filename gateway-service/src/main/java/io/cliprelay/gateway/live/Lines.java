package io.cliprelay.gateway.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.upload.UploadProgress;
import io.cliprelay.gateway.access.Door;

/** The streams that are open at this replica. Thread-safe. */
@ApplicationScoped
class Lines {

    private static final Logger LOG = Logger.getLogger(Lines.class);

    private final Map<Line, Runnable> all = new ConcurrentHashMap<>();
    private final Map<Audience, Set<Line>> byAudience = new ConcurrentHashMap<>();
    private final StoredEvents stored;
    private final Door door;
    private final LiveConfig config;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Vertx vertx;
    /** Written at start, read at stop. */
    private final List<Long> timers = new CopyOnWriteArrayList<>();

    Lines(StoredEvents stored, Door door, LiveConfig config, InstantSource clock, MeterRegistry meters, Vertx vertx) {
        this.stored = stored;
        this.door = door;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
        this.vertx = vertx;
        meters.gaugeMapSize("cliprelay.live.streams", Tags.empty(), all);
    }

    void start(@Observes StartupEvent started) {
        timers.add(vertx.setPeriodic(config.heartbeat().toMillis(), timer -> beat(clock.instant())));
        timers.add(vertx.setPeriodic(config.accessCheck().toMillis(), timer -> endThoseWhoMayNot()));
    }

    void stop(@Observes ShutdownEvent stopping) {
        timers.forEach(vertx::cancelTimer);
    }

    private void beat(Instant now) {
        all.keySet().forEach(line -> line.beat(now));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether this replica takes no other stream. */
    boolean isFull() {
        return all.size() >= config.most();
    }

    /** @param hangUp cuts the reader off who does not take the reason for which it is closed */
    void add(Line line, Runnable hangUp) {
        all.put(line, hangUp);
        byAudience.compute(line.audience(), (audience, lines) -> with(lines, line));
    }

    void remove(Line line) {
        all.remove(line);
        byAudience.computeIfPresent(line.audience(), (audience, lines) -> without(lines, line));
    }

    void tell(StoredEvent event) {
        toThoseOf(event.tenant(), event.clipId(), line -> line.tell(event));
    }

    void tell(String tenant, UploadProgress progress) {
        toThoseOf(tenant, progress.upload().clipId(), line -> line.tell(progress));
    }

    void lookAgain() {
        all.keySet().forEach(Line::lookAgain);
    }

    /** The next events for a line. */
    Uni<List<StoredEvent>> after(Audience audience, long position, int limit) {
        return stored.after(audience, position, limit);
    }

    /** How long a reader may take nothing. */
    Duration patience() {
        return config.patience();
    }

    int mostWaiting() {
        return config.waiting();
    }

    /** A line is about to end for {@code reason}: it is counted, and cut off where its reader does not take it. */
    void closing(Line line, CloseReason reason) {
        meters.counter("cliprelay.live.closed", "reason", reason.code()).increment();
        vertx.setTimer(config.grace().toMillis(), timer -> {
            Runnable hangUp = all.get(line);
            if (hangUp != null) {
                hangUp.run();
                line.cancel();
            }
        });
    }

    private void toThoseOf(String tenant, UUID clip, Consumer<Line> action) {
        byAudience
                .getOrDefault(new Audience(tenant, Optional.of(clip)), Set.of())
                .forEach(action);
        byAudience
                .getOrDefault(new Audience(tenant, Optional.empty()), Set.of())
                .forEach(action);
    }

    /** One question for all streams, however many there are. */
    private void endThoseWhoMayNot() {
        if (all.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Set<String> names =
                all.keySet().stream().map(line -> line.reader().name()).collect(Collectors.toSet());
        door.ended(names)
                .subscribe()
                .with(
                        ended -> end(line -> ended.contains(line.reader().name()) || isOver(line, now)),
                        failure -> LOG.warnf("Whose keys hold could not be found out and is again: %s", failure));
    }

    private void end(Predicate<Line> which) {
        all.keySet().stream().filter(which).forEach(line -> line.close(CloseReason.ACCESS_ENDED));
    }

    private static boolean isOver(Line line, Instant now) {
        return line.reader().until().filter(end -> !now.isBefore(end)).isPresent();
    }

    private static Set<Line> with(Set<Line> lines, Line added) {
        Set<Line> all = lines == null ? ConcurrentHashMap.newKeySet() : lines;
        all.add(added);
        return all;
    }

    private static Set<Line> without(Set<Line> lines, Line removed) {
        lines.remove(removed);
        return lines.isEmpty() ? null : lines;
    }
}
