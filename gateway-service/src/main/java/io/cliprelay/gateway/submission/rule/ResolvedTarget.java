package io.cliprelay.gateway.submission.rule;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.gateway.account.Account;
import io.cliprelay.gateway.schedule.Forecast;

/**
 * A target with nothing left open: whose it is, when, and all that it is to show.
 *
 * @param forecast whether the platform has room for it then; empty where nobody could say
 */
public record ResolvedTarget(Account account, Timing timing, PostContent content, Optional<Forecast> forecast) {

    public ResolvedTarget {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(timing, "timing");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(forecast, "forecast");
    }

    public Instant dueAt() {
        return timing.dueAt();
    }

    /** The same target, never to reach a real platform. */
    ResolvedTarget keptToSandbox() {
        return new ResolvedTarget(account, timing, content.keptToSandbox(), forecast);
    }

    /** The same target, of which the scheduler said what becomes of it. */
    public ResolvedTarget foreseen(Forecast answer) {
        return new ResolvedTarget(
                account, answer.slot().map(timing::inSlot).orElse(timing), content, Optional.of(answer));
    }
}
