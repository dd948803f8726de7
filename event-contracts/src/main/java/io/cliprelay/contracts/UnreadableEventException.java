package io.cliprelay.contracts;

/** A record that no retry will make readable: it belongs on the topic's dead-letter topic, with this message. */
public final class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
