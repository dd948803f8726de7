package io.cliprelay.cli.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.cliprelay.cli.api.ClipView;
import io.cliprelay.cli.api.GatewayClient;
import io.cliprelay.cli.api.GatewayException;

/** Follows one clip to its end, over broken streams and restarts of the gateway. */
public final class ClipFollower {

    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final GatewayClient gateway;
    private final ProgressBoard board;
    private Instant lastContact = Instant.now();

    public ClipFollower(GatewayClient gateway, ProgressBoard board) {
        this.gateway = gateway;
        this.board = board;
    }

    /**
     * Shows what happens to {@code clip} until all its uploads are at an end, and answers how they ended.
     *
     * @throws GatewayException if the gateway knows no such clip, or is away for a minute
     */
    public ClipView follow(UUID clip) {
        while (true) {
            try {
                ClipView now = gateway.clip(clip);
                lastContact = Instant.now();
                board.show(now);
                if (now.isOver()) {
                    return now;
                }
                gateway.follow(clip, board::accept);
            } catch (GatewayException e) {
                giveUpIfHopeless(e);
            }
            pause();
        }
    }

    private void giveUpIfHopeless(GatewayException e) {
        boolean refusedForGood =
                e.problem().filter(problem -> !problem.retryable()).isPresent();
        if (refusedForGood || Instant.now().isAfter(lastContact.plus(PATIENCE))) {
            throw e;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while following a clip", e);
        }
    }
}
