package io.cliprelay.localstack;

/** A part of the local stack could not be started; the message says which, where its data are, and what to do. */
public final class LocalStackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LocalStackException(String message, Throwable cause) {
        super(message, cause);
    }

    LocalStackException(String message) {
        super(message);
    }
}
