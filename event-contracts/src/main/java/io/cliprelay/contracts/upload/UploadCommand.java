package io.cliprelay.contracts.upload;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.EventType;
import io.cliprelay.contracts.clip.PostContent;

/**
 * Make one attempt at an upload. May be delivered more than once: upload id and attempt name it.
 *
 * @param attempt from 1
 * @param dueAt the instant it was to go out, for measuring lateness
 * @param priority its turn among those that wait for the same account; normal where empty
 */
@EventType("io.cliprelay.upload.command.v1")
public record UploadCommand(
        UploadRef upload, int attempt, Instant dueAt, PostContent content, Optional<Priority> priority)
        implements PlatformCommand {

    public UploadCommand {
        Objects.requireNonNull(upload, "upload");
        Objects.requireNonNull(dueAt, "dueAt");
        Objects.requireNonNull(content, "content");
        priority = priority == null ? Optional.empty() : priority;
        if (attempt < 1) {
            throw new IllegalArgumentException("attempts are numbered from 1, got " + attempt);
        }
    }

    /** A command of normal priority. */
    public UploadCommand(UploadRef upload, int attempt, Instant dueAt, PostContent content) {
        this(upload, attempt, dueAt, content, Optional.empty());
    }
}
