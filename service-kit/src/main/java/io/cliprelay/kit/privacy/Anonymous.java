package io.cliprelay.kit.privacy;

/** A failure as it may be logged: its kind, where it came from, and its message without personal data. */
final class Anonymous extends RuntimeException {

    private static final long serialVersionUID = 1;

    private Anonymous(String message, Throwable cause, StackTraceElement[] trace) {
        super(message, cause, false, true);
        setStackTrace(trace);
    }

    static Anonymous of(Throwable failure) {
        return of(failure, 0);
    }

    private static Anonymous of(Throwable failure, int depth) {
        Throwable cause = failure.getCause();
        return new Anonymous(
                PersonalData.leftOutOf(failure.toString()),
                cause == null || depth == 10 ? null : of(cause, depth + 1),
                failure.getStackTrace());
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** The kind is in the message. */
    @Override
    public String toString() {
        return getMessage();
    }
}
