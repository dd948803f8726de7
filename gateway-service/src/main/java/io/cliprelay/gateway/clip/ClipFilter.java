package io.cliprelay.gateway.clip;

import java.time.Instant;
import java.util.Optional;

import io.cliprelay.contracts.upload.UploadState;
import io.cliprelay.gateway.access.Sha256;

/**
 * Which clips are wanted: those with one upload that is all of what is said of uploads here.
 *
 * @param platform by its id
 * @param account an account's id or name
 * @param tag of the clip or of one of its targets, whatever its case
 * @param dueFrom due then or later
 * @param dueTo due before then
 * @param idempotencyKey under which it was handed in by HTTP
 */
record ClipFilter(
        Optional<UploadState> state,
        Optional<String> platform,
        Optional<String> account,
        Optional<String> tag,
        Optional<Instant> dueFrom,
        Optional<Instant> dueTo,
        Optional<String> idempotencyKey) {

    private static final int DIGEST_LENGTH = 8;

    ClipFilter {
        tag = tag.map(ClipTagRow::normalised);
    }

    /** Whether anything is said of uploads. */
    boolean concernsUploads() {
        return state.isPresent()
                || platform.isPresent()
                || account.isPresent()
                || dueFrom.isPresent()
                || dueTo.isPresent();
    }

    /** Whether all clips are wanted. */
    boolean isEmpty() {
        return !concernsUploads() && tag.isEmpty() && idempotencyKey.isEmpty();
    }

    /** Tells the pages of one filter from those of another. */
    String digest() {
        return Sha256.hex(toString()).substring(0, DIGEST_LENGTH);
    }
}
