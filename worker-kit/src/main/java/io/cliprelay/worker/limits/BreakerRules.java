package io.cliprelay.worker.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.upload.UploadFailure;

/**
 * How a breaker goes from one state to another; plain decisions.
 *
 * @param failures how many calls in a row must fail to open it
 * @param ofAccount whether it guards an account, which may also be asked to slow down or to be connected again
 * @param cooldown the pause of an account after the platform asked for one without saying how long
 */
record BreakerRules(int failures, boolean ofAccount, Duration cooldown, BreakerConfig config) {

    private static final int DOUBLINGS = 20;

    BreakerRules {
        Objects.requireNonNull(cooldown, "cooldown");
        Objects.requireNonNull(config, "config");
    }

    static BreakerRules ofPlatform(BreakerConfig config) {
        return new BreakerRules(config.platformFailures(), false, Duration.ZERO, config);
    }

    static BreakerRules ofAccount(BreakerConfig config, Duration cooldown) {
        return new BreakerRules(config.accountFailures(), true, cooldown, config);
    }

    /** After an upload was let through: whoever finds it half open is the one that tries. */
    Breaker admitted(Breaker breaker, Instant now) {
        return switch (breaker) {
            case Breaker.Closed closed -> closed;
            case Breaker.Open open -> new Breaker.Probing(now.plus(config.probe()), open.openings(), open.cause());
            case Breaker.Probing probing ->
                new Breaker.Probing(now.plus(config.probe()), probing.openings(), probing.cause());
        };
    }

    /** After a call succeeded. One that was under way when the pause began does not end it. */
    Breaker succeeded(Breaker breaker) {
        return switch (breaker) {
            case Breaker.Closed closed -> Breaker.CLEAN;
            case Breaker.Open open -> open;
            case Breaker.Probing probing -> Breaker.CLEAN;
        };
    }

    /** After a call failed. An answer that is about the upload shows that the platform answers. */
    Breaker failed(Breaker breaker, UploadFailure failure, Instant now) {
        return switch (failure) {
            case UploadFailure.Transient passing -> counted(breaker, passing, now, now);
            case UploadFailure.RateLimited limited -> counted(breaker, limited, asked(limited, now), now);
            case UploadFailure.Auth auth -> ofAccount ? shut(breaker, auth, now) : succeeded(breaker);
            case UploadFailure.QuotaExhausted exhausted -> succeeded(breaker);
            case UploadFailure.InvalidInput invalid -> succeeded(breaker);
            case UploadFailure.ContentRejected rejected -> succeeded(breaker);
            case UploadFailure.Unknown unknown -> breaker;
        };
    }

    /** After the platform asked all that this breaker guards to pause: at once, and for as long as it said. */
    Breaker asked(Breaker breaker, UploadFailure.RateLimited limited, Instant now) {
        return counted(breaker, limited, limited.until().orElse(now.plus(config.pause())), now);
    }

    /** Until when the platform wants to be left alone by this account. */
    private Instant asked(UploadFailure.RateLimited limited, Instant now) {
        return ofAccount ? limited.until().orElse(now.plus(cooldown)) : now;
    }

    private Breaker counted(Breaker breaker, UploadFailure failure, Instant asked, Instant now) {
        return switch (breaker) {
            case Breaker.Closed closed -> counted(closed, failure, asked, now);
            case Breaker.Open open ->
                asked.isAfter(open.until()) ? new Breaker.Open(asked, open.openings(), failure) : open;
            case Breaker.Probing probing -> open(probing.openings() + 1, failure, asked, now);
        };
    }

    private Breaker counted(Breaker.Closed closed, UploadFailure failure, Instant asked, Instant now) {
        Optional<Instant> since = closed.since().filter(first -> now.isBefore(first.plus(config.within())));
        int inARow = since.isPresent() ? closed.failures() + 1 : 1;
        if (inARow >= failures) {
            return open(1, failure, asked, now);
        }
        return asked.isAfter(now)
                ? new Breaker.Open(asked, 1, failure)
                : new Breaker.Closed(inARow, since.or(() -> Optional.of(now)));
    }

    private Breaker open(int openings, UploadFailure failure, Instant asked, Instant now) {
        Instant paused = now.plus(pause(openings));
        return new Breaker.Open(asked.isAfter(paused) ? asked : paused, openings, failure);
    }

    /** What is shut already stays so until then: the uploads that it turned away must not prolong it. */
    private Breaker shut(Breaker breaker, UploadFailure.Auth failure, Instant now) {
        boolean already = breaker instanceof Breaker.Open open && open.cause() instanceof UploadFailure.Auth;
        return already ? breaker : new Breaker.Open(now.plus(config.authPause()), 1, failure);
    }

    private Duration pause(int openings) {
        Duration pause = config.pause().multipliedBy(1L << Math.min(openings - 1, DOUBLINGS));
        return pause.compareTo(config.longestPause()) < 0 ? pause : config.longestPause();
    }
}
