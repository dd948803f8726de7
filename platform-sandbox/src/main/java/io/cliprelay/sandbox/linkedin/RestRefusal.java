package io.cliprelay.sandbox.linkedin;

import io.cliprelay.sandbox.http.Answer;

/** The API says no. */
final class RestRefusal extends RuntimeException {

    private final transient RestError error;

    RestRefusal(RestError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    /** A row of the error table. */
    static RestRefusal of(String name) {
        return new RestRefusal(ErrorTable.row(name).orElseThrow());
    }

    /** A row of the error table with a message of its own. */
    static RestRefusal of(String name, String message) {
        return new RestRefusal(ErrorTable.row(name).orElseThrow().saying(message));
    }

    Answer answer() {
        return error.answer();
    }
}
