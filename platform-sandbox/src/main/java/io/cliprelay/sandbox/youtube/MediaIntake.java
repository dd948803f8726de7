package io.cliprelay.sandbox.youtube;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

import io.cliprelay.sandbox.traffic.Exchange;

/**
 * Reads the body of one media request piece by piece, at a given pace, up to a given byte; on the request's event loop.
 * No piece is kept here, whatever the size of the body.
 */
public final class MediaIntake {

    private static final long SHORTEST_PAUSE_NANOS = 2_000_000;

    private final Exchange exchange;
    private final long bytesPerSecond;
    private final long cutAfter;
    private final Sink sink;
    private long came;
    private long dueNanos;
    private boolean over;

    /** Where the bytes go. Exactly one of {@code ended} and {@code broken} is called at the end. */
    public interface Sink {
        /** False ends the intake; the sink has seen to the connection then. */
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
        if (!sink.accept(counted)) {
            over = true;
        } else if (reachesCut) {
            cut();
        } else if (bytesPerSecond > 0) {
            keepPace(bytes.length());
        }
    }

    private void keepPace(int bytes) {
        long now = System.nanoTime();
        dueNanos = Math.max(dueNanos, now - SHORTEST_PAUSE_NANOS) + bytes * 1_000_000_000L / bytesPerSecond;
        if (dueNanos - now >= SHORTEST_PAUSE_NANOS) {
            HttpServerRequest request = exchange.request();
            request.pause();
            exchange.vertx().setTimer((dueNanos - now) / 1_000_000, timer -> request.resume());
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
