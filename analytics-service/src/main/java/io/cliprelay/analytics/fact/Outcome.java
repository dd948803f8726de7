package io.cliprelay.analytics.fact;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.upload.UploadEvent.Publication;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadState;

/**
 * How an upload ended.
 *
 * @param at when that was said
 * @param liveAt when the platform confirmed the post; empty where there is none
 */
record Outcome(
        UploadState state,
        Instant at,
        Optional<Instant> liveAt,
        Optional<URI> permalink,
        Optional<String> failureCategory,
        Optional<String> failureCode) {

    Outcome {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(liveAt, "liveAt");
        Objects.requireNonNull(permalink, "permalink");
        Objects.requireNonNull(failureCategory, "failureCategory");
        Objects.requireNonNull(failureCode, "failureCode");
    }

    static Outcome published(Instant at, Publication publication) {
        return new Outcome(
                UploadState.PUBLISHED,
                at,
                Optional.of(publication.publishedAt()),
                Optional.of(publication.permalink()),
                Optional.empty(),
                Optional.empty());
    }

    static Outcome failed(Instant at, UploadFailure failure) {
        return new Outcome(
                UploadState.FAILED,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.of(failure.category()),
                Optional.of(failure.reason().code()));
    }

    /** An end that leaves nothing live and names no failure. */
    static Outcome without(UploadState state, Instant at) {
        return new Outcome(state, at, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What is live stays live, whatever else was said; else the later word counts. */
    Outcome orStronger(Outcome other) {
        boolean live = state == UploadState.PUBLISHED;
        if (live != (other.state == UploadState.PUBLISHED)) {
            return live ? this : other;
        }
        return other.at.isAfter(at) ? other : this;
    }
}
