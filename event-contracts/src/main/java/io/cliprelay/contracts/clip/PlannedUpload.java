package io.cliprelay.contracts.clip;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.upload.Priority;

/**
 * One upload of a submitted clip.
 *
 * @param accountId the connected account it goes to
 * @param dueAt not before this instant, UTC
 * @param wallTime what the user meant by {@code dueAt}; empty where that was an instant
 * @param slot which of the account's slots the user asked for; {@code dueAt} is then the one that was next at submission
 * @param priority its turn among what is due; normal where empty
 * @param notAfter not begun after this instant: cancelled instead
 * @param after what it waits for; nothing where empty
 */
public record PlannedUpload(
        UUID uploadId,
        String platform,
        UUID accountId,
        Instant dueAt,
        PostContent content,
        Optional<WallTime> wallTime,
        Optional<SlotChoice> slot,
        Optional<Priority> priority,
        Optional<Instant> notAfter,
        Optional<Predecessor> after) {

    public PlannedUpload {
        Objects.requireNonNull(uploadId, "uploadId");
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(content, "content");
        wallTime = orEmpty(wallTime);
        slot = orEmpty(slot);
        priority = orEmpty(priority);
        notAfter = orEmpty(notAfter);
        after = orEmpty(after);
    }

    /** An upload at an instant, with no further wishes. */
    public PlannedUpload(UUID uploadId, String platform, UUID accountId, Instant dueAt, PostContent content) {
        this(
                uploadId,
                platform,
                accountId,
                dueAt,
                content,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same upload at another instant; what the user meant by the old one holds only where it means the new one too. */
    public PlannedUpload dueAt(Instant other) {
        return at(other, wallTime.filter(meant -> meant.instant().equals(other)));
    }

    /** The same upload at what the clock on the wall means by the time. */
    public PlannedUpload meaning(WallTime time) {
        return at(time.instant(), Optional.of(time));
    }

    private PlannedUpload at(Instant instant, Optional<WallTime> meant) {
        return new PlannedUpload(
                uploadId, platform, accountId, instant, content, meant, slot, priority, notAfter, after);
    }

    private static <T> Optional<T> orEmpty(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }
}
