package io.cliprelay.cli.api;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.upload.Hold;
import io.cliprelay.contracts.upload.UploadFailure.Reason;
import io.cliprelay.contracts.upload.UploadState;

/**
 * An upload as the gateway tells it.
 *
 * @param account the account's name
 * @param permalink where the post can be seen, once it is live
 * @param draftExpiresAt until when its owner can publish the draft on the platform, where a draft has an end
 * @param hold what it is held by, while it is
 */
public record UploadView(
        UUID id,
        String platform,
        String account,
        UploadState state,
        Optional<Integer> attempt,
        Optional<Instant> dueAt,
        Optional<Instant> nextAttemptAt,
        Optional<URI> permalink,
        Optional<Instant> draftExpiresAt,
        Optional<Failure> failure,
        Optional<Hold> hold,
        Optional<Forecast> forecast) {

    public UploadView {
        forecast = forecast == null ? Optional.empty() : forecast;
    }

    /**
     * Whether the platform has room for it; only in the answer to its submission.
     *
     * @param at when it goes out
     * @param reason why not at its own time
     */
    public record Forecast(Optional<Instant> at, Optional<Reason> reason) {}

    /** Why it failed, or why it waits. */
    public record Failure(String category, Reason reason) {}

    /** Platform and account, as people name them. */
    public String target() {
        return platform + "/" + account;
    }

    public boolean isPublished() {
        return state == UploadState.PUBLISHED;
    }
}
