package io.cliprelay.scheduler.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a limit leaves to an account.
 *
 * @param scope {@code app} or {@code account}
 * @param uploads how many it allows in one span
 * @param planned how many are planned or done in the span that now is in: the day in the limit's zone, or what lies
 *     behind as far as the window is long
 * @param nextFreeAt when there is room for one more; absent where that is not foreseen
 */
public record QuotaView(
        String platform,
        UUID accountId,
        String limit,
        String scope,
        long uploads,
        long planned,
        Optional<Instant> nextFreeAt) {

    static QuotaView of(Wish wish, Use use) {
        return new QuotaView(
                wish.platform(),
                wish.accountId(),
                use.limit().name(),
                use.limit().scope().name().toLowerCase(Locale.ROOT),
                use.limit().uploads(),
                planned(use, wish.dueAt()),
                Opening.of(use, wish.dueAt()));
    }

    private static long planned(Use use, Instant now) {
        return use.limit()
                .dailyIn()
                .map(zone -> between(use, midnight(now, zone, 0), midnight(now, zone, 1)))
                .orElseGet(() -> behind(use, now, use.limit().rolling().orElseThrow()));
    }

    private static Instant midnight(Instant now, ZoneId zone, int later) {
        return LocalDate.ofInstant(now, zone).plusDays(later).atStartOfDay(zone).toInstant();
    }

    private static long behind(Use use, Instant now, Duration length) {
        return between(use, now.minus(length), now.plusNanos(1));
    }

    private static long between(Use use, Instant from, Instant until) {
        return use.planned().stream()
                .filter(at -> !at.isBefore(from) && at.isBefore(until))
                .count();
    }
}
