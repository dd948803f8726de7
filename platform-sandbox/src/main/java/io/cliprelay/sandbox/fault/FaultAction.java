package io.cliprelay.sandbox.fault;

import java.time.Duration;
import java.util.Optional;

import io.cliprelay.sandbox.http.Answer;

/** What goes wrong with a call. Bytes are counted within the body of that one request. */
public sealed interface FaultAction {

    /** What an operation must be able to do for the action to make sense. */
    default Optional<Trait> needs() {
        return Optional.empty();
    }

    /** Answered with this, without any effect; the body of the request is read and dropped. */
    record Status(Answer answer) implements FaultAction {}

    /** Served as usual, only later. */
    record Delay(Duration time) implements FaultAction {}

    /** The request's body is read no faster than this. */
    record Throttle(long bytesPerSecond) implements FaultAction {
        @Override
        public Optional<Trait> needs() {
            return Optional.of(Trait.MEDIA);
        }
    }

    /** The connection is closed once so many bytes of the body have come; the request has no (further) effect. */
    record CutBeforeEffect(long afterBytes) implements FaultAction {}

    /** The request is carried out in full, then the connection is closed instead of the answer. */
    record CutAfterEffect() implements FaultAction {}

    /** At most so many bytes of the request are kept, rounded down to the platform's block. */
    record StoreLess(long bytes) implements FaultAction {
        @Override
        public Optional<Trait> needs() {
            return Optional.of(Trait.MEDIA);
        }
    }

    /** The video that comes of this upload will fail in processing. */
    record ProcessingFailure(String reason) implements FaultAction {
        @Override
        public Optional<Trait> needs() {
            return Optional.of(Trait.CREATES_POST);
        }
    }

    /** The video that comes of this upload will be rejected after processing. */
    record Rejection(String reason) implements FaultAction {
        @Override
        public Optional<Trait> needs() {
            return Optional.of(Trait.CREATES_POST);
        }
    }

    /** The upload session is unknown from this call on. */
    record ForgetSession() implements FaultAction {
        @Override
        public Optional<Trait> needs() {
            return Optional.of(Trait.SESSION);
        }
    }

    /** The access token of this call is dead from this call on. */
    record RevokeAccessToken() implements FaultAction {
        @Override
        public Optional<Trait> needs() {
            return Optional.of(Trait.BEARER);
        }
    }

    /** The refresh token behind this call is dead from this call on, and its access tokens with it. */
    record RevokeRefreshToken() implements FaultAction {}
}
