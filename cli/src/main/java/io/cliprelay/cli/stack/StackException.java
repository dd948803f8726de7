package io.cliprelay.cli.stack;

/** Something about the local stack does not work; the message says what and what to do. */
public class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
