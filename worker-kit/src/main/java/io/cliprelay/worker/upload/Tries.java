package io.cliprelay.worker.upload;

import java.time.Duration;
import java.util.Optional;

import io.cliprelay.worker.spi.UploadException;

/**
 * How often something was tried on the spot already, and whether it may be tried once more; plain decisions.
 *
 * @param quick tries after a passing failure
 * @param renewals tokens that were taken in place of a refused one
 * @param met the last passing failure
 */
record Tries(int quick, int renewals, Optional<UploadException> met) {

    static final Tries NONE = new Tries(0, 0, Optional.empty());

    private static final int QUICK = 3;

    /**
     * All uploads to an account share its token, and a new one may be revoked before this upload has used it: one refusal
     * more does not tell yet that the account's owner is needed.
     */
    private static final int RENEWALS = 4;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    boolean mayTry() {
        return quick < QUICK;
    }

    boolean mayRenew() {
        return renewals < RENEWALS;
    }

    /** Before the next try after a passing failure. */
    Duration pause() {
        return FIRST_PAUSE.multipliedBy(1L << quick);
    }

    /** None before the first: as a rule the token has only grown old. */
    Duration pauseBeforeRenewal() {
        return renewals == 0 ? Duration.ZERO : FIRST_PAUSE.multipliedBy(1L << (renewals - 1));
    }

    /** What an upload fails with that must not be tried again; empty while it may. */
    Optional<UploadException> lastSetback() {
        return mayTry() ? Optional.empty() : met;
    }

    Tries renewed() {
        return new Tries(quick, renewals + 1, met);
    }

    Tries next(UploadException failure) {
        return new Tries(quick + 1, renewals, Optional.of(failure));
    }
}
