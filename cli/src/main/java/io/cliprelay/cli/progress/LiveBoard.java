package io.cliprelay.cli.progress;

import java.time.Duration;

import io.cliprelay.cli.terminal.Terminal;

/** A board that also moves on while nothing is told, because "starts in 0:07" becomes 0:06. */
public final class LiveBoard implements AutoCloseable {

    private static final Duration TICK = Duration.ofMillis(500);

    private final ProgressBoard board;
    private final Thread ticking;

    private LiveBoard(ProgressBoard board) {
        this.board = board;
        this.ticking = Thread.ofVirtual().start(this::tick);
    }

    public static LiveBoard on(Terminal terminal) {
        return new LiveBoard(ProgressBoard.on(terminal));
    }

    public ProgressBoard board() {
        return board;
    }

    /** Leaves the lines as they are now. */
    @Override
    public void close() {
        ticking.interrupt();
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(TICK);
                board.refresh();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
