package io.cliprelay.sandbox.media;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.logging.Logger;

import io.cliprelay.sandbox.traffic.Exchange;

/**
 * Reads the body of one media request piece by piece, at a given pace, up to a given byte. The next piece is read when
 * the sink has taken the last one, so that a body needs no more memory than one piece, whatever its size.
 */
public final class MediaIntake {

    private static final Logger LOG = Logger.getLogger(MediaIntake.class);
    private static final long SHORTEST_PAUSE_NANOS = 2_000_000;

    private final Exchange exchange;
    private final long bytesPerSecond;
    private final long cutAfter;
    private final Sink sink;
    private long came;
    private long dueNanos;
    private boolean over;

    /** Where the bytes go. At most one of {@code ended} and {@code broken} is called, on the request's event loop. */
    public interface Sink {
        /**
         * Takes one piece, on a thread that may wait for a disk; one piece at a time.
         *
         * @return false ends the intake; the sink has seen to the connection then
         */
        boolean accept(Buffer bytes);

        void ended();

        void broken();
    }

    /**
     * Prepares the intake.
     *
     * @param bytesPerSecond 0 is unlimited
     * @param cutAfter the connection is closed after so many bytes, or at the end of a shorter body; negative: never
     */
    public MediaIntake(Exchange exchange, long bytesPerSecond, long cutAfter, Sink sink) {
        this.exchange = exchange;
        this.bytesPerSecond = bytesPerSecond;
        this.cutAfter = cutAfter;
        this.sink = sink;
    }

    public void start() {
        HttpServerRequest request = exchange.request();
        dueNanos = System.nanoTime();
        if (cutAfter == 0) {
            cut();
            return;
        }
        request.exceptionHandler(e -> broken());
        request.handler(this::take);
        request.endHandler(end -> ended());
        request.resume();
    }

    private void take(Buffer bytes) {
        if (over) {
            return;
        }
        exchange.received(bytes.length());
        boolean reachesCut = cutAfter > 0 && came + bytes.length() >= cutAfter;
        Buffer counted = reachesCut ? bytes.slice(0, (int) (cutAfter - came)) : bytes;
        came += bytes.length();
        exchange.request().pause();
        exchange.vertx()
                .executeBlocking(() -> sink.accept(counted), false)
                .onFailure(this::failed)
                .onSuccess(goesOn -> taken(goesOn, reachesCut, bytes.length()));
    }

    private void taken(boolean goesOn, boolean reachesCut, int bytes) {
        if (over) {
            return;
        }
        if (!goesOn) {
            over = true;
        } else if (reachesCut) {
            cut();
        } else {
            resume(bytes);
        }
    }

    private void resume(int bytes) {
        HttpServerRequest request = exchange.request();
        long pause = bytesPerSecond > 0 ? pauseNanos(bytes) : 0;
        if (pause >= SHORTEST_PAUSE_NANOS) {
            exchange.vertx().setTimer(pause / 1_000_000, timer -> request.resume());
        } else {
            request.resume();
        }
    }

    private long pauseNanos(int bytes) {
        long now = System.nanoTime();
        dueNanos = Math.max(dueNanos, now - SHORTEST_PAUSE_NANOS) + bytes * 1_000_000_000L / bytesPerSecond;
        return dueNanos - now;
    }

    private void failed(Throwable failure) {
        LOG.errorf(
                failure,
                "The sandbox itself failed to take in media of %s",
                exchange.request().path());
        if (!over) {
            cut();
        }
    }

    private void cut() {
        over = true;
        sink.broken();
        exchange.cut();
    }

    private void ended() {
        if (over) {
            return;
        }
        if (cutAfter >= 0) {
            cut();
        } else {
            over = true;
            sink.ended();
        }
    }

    private void broken() {
        if (!over) {
            over = true;
            sink.broken();
            exchange.broken();
        }
    }
}
