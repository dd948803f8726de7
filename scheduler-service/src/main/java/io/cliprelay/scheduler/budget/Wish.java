package io.cliprelay.scheduler.budget;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.clip.PlannedUpload;

/** An upload that is to have room in its platform's budgets. */
public record Wish(String platform, UUID accountId, Instant dueAt, Optional<Instant> notAfter) {

    public Wish {
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(dueAt, "dueAt");
        notAfter = notAfter == null ? Optional.empty() : notAfter;
    }

    /** What a planned upload wishes. */
    public static Wish of(PlannedUpload planned) {
        return new Wish(planned.platform(), planned.accountId(), planned.dueAt(), planned.notAfter());
    }
}
