package io.cliprelay.gateway.live;

/** Why the gateway ends a stream before its time. */
enum CloseReason {
    TOO_SLOW(
            "stream.too-slow",
            "You have taken nothing for too long. Connect again with the Last-Event-ID that you have."),
    ACCESS_ENDED(
            "stream.access-ended",
            "The key or token that the stream was opened with holds no more. Connect with another."),
    UNAVAILABLE(
            "stream.unavailable",
            "Events could not be read just now. Connect again with the Last-Event-ID that you have.");

    private final String code;
    private final String detail;

    CloseReason(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    /** For programs. */
    String code() {
        return code;
    }

    /** For people: what happened, and what to do. */
    String detail() {
        return detail;
    }
}
