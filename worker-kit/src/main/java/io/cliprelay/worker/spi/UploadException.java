package io.cliprelay.worker.spi;

import java.util.Objects;

import io.cliprelay.contracts.upload.UploadFailure;

/** A call to a platform that did not give what was asked for. */
public final class UploadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient UploadFailure failure;
    private final boolean effectPossible;
    private final boolean tokenRefused;
    private final boolean withheld;
    private final boolean ofEveryone;

    private UploadException(
            UploadFailure failure, boolean effectPossible, boolean tokenRefused, boolean withheld, Throwable cause) {
        this(failure, effectPossible, tokenRefused, withheld, false, cause);
    }

    private UploadException(
            UploadFailure failure,
            boolean effectPossible,
            boolean tokenRefused,
            boolean withheld,
            boolean ofEveryone,
            Throwable cause) {
        super(failure.reason().code() + ": " + failure.reason().message(), cause);
        this.failure = Objects.requireNonNull(failure, "failure");
        this.effectPossible = effectPossible;
        this.tokenRefused = tokenRefused;
        this.withheld = withheld;
        this.ofEveryone = ofEveryone;
    }

    /** The platform answered, and the call had no effect. */
    public static UploadException refused(UploadFailure failure) {
        return new UploadException(failure, false, false, false, null);
    }

    /** The platform answered that it does not take the access token; a new one may be taken. */
    public static UploadException tokenRefused(UploadFailure failure) {
        return new UploadException(failure, false, true, false, null);
    }

    /** There was no answer, or none that says; the call may have had its effect. */
    public static UploadException unclear(UploadFailure failure, Throwable cause) {
        return new UploadException(failure, true, false, false, cause);
    }

    /** The call was not made, since the platform is not to be asked now. */
    public static UploadException withheld(UploadFailure failure) {
        return new UploadException(failure, false, false, true, null);
    }

    /** The same, of a limit that all accounts share: the platform wants to be left alone by the whole app. */
    public UploadException forEveryone() {
        return new UploadException(failure, effectPossible, tokenRefused, withheld, true, getCause());
    }

    public UploadFailure failure() {
        return failure;
    }

    /** Whether the same call may succeed with a new access token. */
    public boolean tokenRefused() {
        return tokenRefused;
    }

    /** Whether the platform was not asked at all. */
    public boolean withheld() {
        return withheld;
    }

    /** Whether the limit that it tells of is that of all accounts. */
    public boolean ofEveryone() {
        return ofEveryone;
    }

    /** Whether the call may have done what it was to do all the same. */
    public boolean effectPossible() {
        return effectPossible;
    }
}
