package io.cliprelay.sandbox.youtube;

import io.cliprelay.sandbox.http.Answer;

/** The API says no. */
final class ApiRefusal extends RuntimeException {

    private final transient ApiError error;

    ApiRefusal(ApiError error) {
        super(error.reason() + ": " + error.message(), null, false, false);
        this.error = error;
    }

    /** A row of the error table. */
    static ApiRefusal of(String row) {
        return new ApiRefusal(ErrorTable.row(row).orElseThrow());
    }

    /** A row of the error table with a message of its own. */
    static ApiRefusal of(String row, String message) {
        return new ApiRefusal(ErrorTable.row(row).orElseThrow().saying(message));
    }

    Answer answer() {
        return error.answer();
    }
}
