package io.cliprelay.sandbox.tiktok;

import io.cliprelay.sandbox.http.Answer;

/** The API says no. */
final class ApiRefusal extends RuntimeException {

    private final transient ApiError error;

    ApiRefusal(ApiError error) {
        super(error.code() + ": " + error.message(), null, false, false);
        this.error = error;
    }

    /** A row of the error table. */
    static ApiRefusal of(String code) {
        return new ApiRefusal(ErrorTable.row(code).orElseThrow());
    }

    /** A row of the error table with a message of its own. */
    static ApiRefusal of(String code, String message) {
        return new ApiRefusal(ErrorTable.row(code).orElseThrow().saying(message));
    }

    ApiError error() {
        return error;
    }

    Answer answer() {
        return error.answer();
    }
}
