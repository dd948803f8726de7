package io.cliprelay.sandbox.instagram;

import io.cliprelay.sandbox.http.Answer;

/** A call that is refused with one of the table's errors. */
final class GraphRefusal extends RuntimeException {

    private final transient GraphError error;

    private GraphRefusal(GraphError error) {
        super(error.message());
        this.error = error;
    }

    /** With the table's words. */
    static GraphRefusal of(String name) {
        return new GraphRefusal(GraphErrors.row(name).orElseThrow());
    }

    static GraphRefusal of(String name, String message) {
        return new GraphRefusal(GraphErrors.row(name).orElseThrow().saying(message));
    }

    Answer answer() {
        return error.answer();
    }
}
