package io.cliprelay.worker.limits;

import java.time.Instant;
import java.util.Optional;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.account.AccountEvent;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.contracts.platform.PlatformStatus;
import io.cliprelay.kit.outbox.OutgoingEvent;
import io.cliprelay.worker.spi.AccountRef;

/** What others are told when a breaker changes; that one upload tries is no news. */
record BreakerNews(String platform) {

    private static final String EVERYONE = "*";

    /** What there is to say at start, since the last word may be an old one. */
    OutgoingEvent atStart(boolean enabled, Breaker breaker, Instant now) {
        if (!enabled) {
            return status(PlatformStatus.DISABLED, Optional.empty(), now);
        }
        return breaker.refusal(now)
                .map(open -> status(PlatformStatus.DEGRADED, Optional.of(open), now))
                .orElseGet(() -> status(PlatformStatus.UP, Optional.empty(), now));
    }

    /** Of the platform's breaker. */
    Optional<OutgoingEvent> ofPlatform(Breaker before, Breaker after, Instant now) {
        return switch (after) {
            case Breaker.Closed closed ->
                isClosed(before) ? Optional.empty() : Optional.of(status(PlatformStatus.UP, Optional.empty(), now));
            case Breaker.Open open ->
                open.equals(before)
                        ? Optional.empty()
                        : Optional.of(status(PlatformStatus.DEGRADED, Optional.of(open), now));
            case Breaker.Probing probing -> Optional.empty();
        };
    }

    /** Of an account's breaker. */
    Optional<OutgoingEvent> ofAccount(AccountRef account, Breaker before, Breaker after, Instant now) {
        return switch (after) {
            case Breaker.Closed closed ->
                isClosed(before)
                        ? Optional.empty()
                        : Optional.of(event(account, new AccountEvent.Released(account.id(), platform), now));
            case Breaker.Open open ->
                open.equals(before) ? Optional.empty() : Optional.of(event(account, held(account, open), now));
            case Breaker.Probing probing -> Optional.empty();
        };
    }

    private static boolean isClosed(Breaker breaker) {
        return breaker instanceof Breaker.Closed;
    }

    private AccountEvent held(AccountRef account, Breaker.Open open) {
        return new AccountEvent.Held(
                account.id(), platform, Optional.of(open.until()), open.cause().reason());
    }

    private OutgoingEvent status(PlatformStatus status, Optional<Breaker.Open> open, Instant now) {
        PlatformEvent.StatusChanged event = new PlatformEvent.StatusChanged(
                platform, status, open.map(Breaker.Open::until), open.map(paused -> paused.cause()
                        .reason()));
        return new OutgoingEvent(
                Topics.PLATFORM_CATALOG, event.key(), EventEnvelope.of(source(), event.key(), EVERYONE, now, event));
    }

    private OutgoingEvent event(AccountRef account, AccountEvent event, Instant now) {
        String subject = account.id().toString();
        return new OutgoingEvent(
                Topics.ACCOUNT_EVENTS, subject, EventEnvelope.of(source(), subject, account.tenant(), now, event));
    }

    private String source() {
        return "/cliprelay/" + platform + "-worker";
    }
}
