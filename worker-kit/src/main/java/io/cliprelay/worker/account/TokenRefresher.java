package io.cliprelay.worker.account;

import java.time.Duration;
import java.time.Instant;

import io.smallrye.mutiny.Uni;

/**
 * How a platform gives new tokens. The kit's own does the standard refresh grant (RFC 6749, section 6); a platform that
 * does otherwise gives a bean of this type, which replaces it.
 *
 * <p>The kit calls {@link #refresh} once at a time for an account, whatever the number of replicas; stores what it gives
 * before anybody uses it; and where a call passes without an answer, repeats it once.
 */
public interface TokenRefresher {

    /** How long before its end an access token is replaced, unless its whole life is short. */
    Duration AHEAD = Duration.ofMinutes(5);

    /**
     * Asks for new tokens. Fails with {@link io.cliprelay.worker.spi.UploadException}: of kind {@code auth} where only the
     * owner, or the operator, can help; anything else counts as passing.
     */
    Uni<Grant> refresh(Credentials held);

    /** From when on an access token that is there is to be replaced; {@link Instant#MAX} is never. Decides, asks nobody. */
    default Instant dueAt(Credentials held) {
        return held.accessExpiresAt()
                .map(end -> end.minus(ahead(Duration.between(held.obtainedAt(), end))))
                .orElse(Instant.MAX);
    }

    private static Duration ahead(Duration life) {
        Duration half = life.dividedBy(2);
        return half.compareTo(AHEAD) < 0 ? half : AHEAD;
    }
}
