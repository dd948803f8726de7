package io.cliprelay.gateway.submission.batch;

import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.contracts.problem.Problem;

/** One clip of a batch, numbered from 0. */
public sealed interface BatchRow {

    /** Its place in the batch, from 0. */
    int row();

    /** The idempotency key that it brought; empty where it is derived. */
    Optional<String> key();

    /** A clip, sound or not. */
    record Readable(int row, Optional<String> key, ClipSubmission clip) implements BatchRow {
        public Readable {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(clip, "clip");
        }
    }

    /** No clip, and why. */
    record Unreadable(int row, Optional<String> key, Problem problem) implements BatchRow {
        public Unreadable {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(problem, "problem");
        }
    }

    /** The problem of one row with its pointers into the whole batch: {@code /3/title}. */
    static Problem inRow(int row, Problem problem) {
        return Problem.of(
                problem.status(),
                problem.code(),
                problem.category(),
                problem.title(),
                problem.detail(),
                problem.errors().stream()
                        .map(error ->
                                new FieldError("/" + row + error.pointer(), error.code(), error.detail(), error.fix()))
                        .toList());
    }
}
