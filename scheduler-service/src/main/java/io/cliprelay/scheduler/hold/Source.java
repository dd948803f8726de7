package io.cliprelay.scheduler.hold;

import java.util.Locale;

import io.cliprelay.contracts.upload.HoldCause;

/** Who says that uploads cannot go out. Declared in the order in which an upload waits for them. */
enum Source {
    /** The account's owner has to connect it again. */
    CONSENT,
    /** The account's breaker is open. */
    ACCOUNT,
    /** The platform's breaker is open, or the platform is switched off. */
    PLATFORM;

    HoldCause cause() {
        return this == PLATFORM ? HoldCause.PLATFORM : HoldCause.ACCOUNT;
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Source of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
