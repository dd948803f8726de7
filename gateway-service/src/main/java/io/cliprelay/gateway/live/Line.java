package io.cliprelay.gateway.live;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

import io.cliprelay.contracts.upload.UploadProgress;
import io.cliprelay.gateway.access.Identity;
import io.cliprelay.gateway.event.ClipEnd;

/**
 * One open stream. It reads what was noted, some at a time and as fast as its reader takes it, until there is no more;
 * from then on it is live, and told of each new event. Where too many wait for its reader it keeps no more of them and
 * goes back to reading. Whatever is called from outside is done on its own context, one thing after the other.
 */
final class Line implements Flow.Subscription {

    /** Events read at once; the rest is read when these are taken. */
    private static final int PAGE = 100;

    private static final Moment ALIVE = new Moment.Alive();

    private final Audience audience;
    private final Identity reader;
    private final Lines lines;
    private final Executor context;
    private final Flow.Subscriber<? super Moment> subscriber;

    private final Queue<Moment> waiting = new ArrayDeque<>();
    private final Set<String> contained = new HashSet<>();
    private long position;
    private boolean atAnEnd;
    private long demand;
    private boolean live;
    private boolean reading;
    private boolean behind;
    private boolean quiet;
    private Optional<Instant> blockedSince = Optional.empty();
    private boolean ending;
    private boolean closing;
    private boolean over;

    Line(
            Audience audience,
            Identity reader,
            Lines lines,
            Executor context,
            Flow.Subscriber<? super Moment> subscriber) {
        this.audience = audience;
        this.reader = reader;
        this.lines = lines;
        this.context = context;
        this.subscriber = subscriber;
    }

    Audience audience() {
        return audience;
    }

    /** Who opened it. */
    Identity reader() {
        return reader;
    }

    /** To be called once, before anything is told. */
    void begin(Beginning beginning) {
        context.execute(() -> {
            position = beginning.position();
            contained.addAll(beginning.contained());
            atAnEnd = beginning.atAnEnd();
            beginning.first().ifPresent(waiting::add);
            if (beginning.over()) {
                ending = true;
            }
            drain();
        });
    }

    @Override
    public void request(long more) {
        context.execute(() -> {
            demand = demand + more < 0 ? Long.MAX_VALUE : demand + more;
            blockedSince = Optional.empty();
            drain();
        });
    }

    @Override
    public void cancel() {
        context.execute(this::leave);
    }

    /** Something new happened. */
    void tell(StoredEvent event) {
        context.execute(() -> {
            if (live) {
                take(event);
                endIfOver();
                drain();
            } else {
                behind = true;
            }
        });
    }

    /** There may be something new that it was not told of. */
    void lookAgain() {
        context.execute(() -> {
            live = false;
            behind = true;
            drain();
        });
    }

    /** Progress is worth nothing once the next one is there: a reader that is slow misses it. */
    void tell(UploadProgress progress) {
        context.execute(() -> {
            if (live && isIdle()) {
                send(new Moment.Progressed(progress));
            }
        });
    }

    /** A sign of life, unless there was one since the last call; or the end, where its reader has taken nothing for long. */
    void beat(Instant now) {
        context.execute(() -> {
            if (quiet && isIdle()) {
                send(ALIVE);
            }
            quiet = true;
            if (demand > 0) {
                blockedSince = Optional.empty();
            } else if (blockedSince
                    .filter(since -> since.plus(lines.patience()).isBefore(now))
                    .isPresent()) {
                closeNow(CloseReason.TOO_SLOW);
            } else {
                blockedSince = blockedSince.or(() -> Optional.of(now));
            }
        });
    }

    /** Ends it; what waits is not told any more. */
    void close(CloseReason reason) {
        context.execute(() -> closeNow(reason));
    }

    private void closeNow(CloseReason reason) {
        if (closing || over) {
            return;
        }
        closing = true;
        lines.closing(this, reason);
        if (!ending) {
            waiting.clear();
            waiting.add(new Moment.Closed(reason));
            ending = true;
        }
        drain();
    }

    private void take(StoredEvent event) {
        if (ending || event.position() <= position) {
            return;
        }
        if (waiting.size() >= lines.mostWaiting()) {
            live = false;
            return;
        }
        position = event.position();
        atAnEnd = audience.clip().isPresent() && ClipEnd.isTold(event.type());
        if (contained.remove(event.id())) {
            return;
        }
        waiting.add(new Moment.Happened(event));
    }

    private void drain() {
        while (!over && demand > 0 && !waiting.isEmpty()) {
            send(waiting.remove());
        }
        if (over || !waiting.isEmpty()) {
            return;
        }
        if (ending) {
            leave();
            subscriber.onComplete();
        } else if (!live && !reading) {
            read();
        }
    }

    private void read() {
        reading = true;
        behind = false;
        int most = Math.min(PAGE, lines.mostWaiting());
        lines.after(audience, position, most)
                .subscribe()
                .with(
                        page -> context.execute(() -> read(page, page.size() == most)),
                        failure -> context.execute(() -> closeNow(CloseReason.UNAVAILABLE)));
    }

    private void read(List<StoredEvent> page, boolean more) {
        reading = false;
        live = !more && !behind;
        page.forEach(this::take);
        endIfOver();
        drain();
    }

    private void endIfOver() {
        ending |= live && atAnEnd;
    }

    private boolean isIdle() {
        return !over && !ending && demand > 0 && waiting.isEmpty();
    }

    private void send(Moment moment) {
        demand--;
        quiet = false;
        subscriber.onNext(moment);
    }

    private void leave() {
        over = true;
        waiting.clear();
        lines.remove(this);
    }
}
