package io.cliprelay.scheduler.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.platform.PlatformLimit;
import io.cliprelay.contracts.platform.PlatformLimit.Scope;

import static org.assertj.core.api.Assertions.assertThat;

class QuotaViewTest {

    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");
    private static final Wish ACCOUNT = new Wish("reels", new UUID(0, 1), NOW, Optional.empty());

    @Test
    void countsTheDayInItsZoneAlsoWhatIsToCome() {
        PlatformLimit daily = new PlatformLimit(
                "uploads", Scope.APP, 3, 1, Optional.empty(), Optional.of(ZoneId.of("America/Los_Angeles")));
        Use use = new Use(
                daily,
                List.of(
                        Instant.parse("2026-12-01T07:59:00Z"),
                        Instant.parse("2026-12-01T08:00:00Z"),
                        Instant.parse("2026-12-02T07:59:59Z"),
                        Instant.parse("2026-12-02T08:00:00Z")));

        assertThat(QuotaView.of(ACCOUNT, use))
                .isEqualTo(new QuotaView("reels", new UUID(0, 1), "uploads", "app", 3, 2, Optional.of(NOW)));
    }

    @Test
    void countsWhatLiesBehindInAWindowAndSaysWhenThereIsRoom() {
        PlatformLimit rolling = new PlatformLimit(
                "publishes", Scope.ACCOUNT, 2, 1, Optional.of(Duration.ofHours(24)), Optional.empty());
        Use use = new Use(rolling, List.of(NOW.minus(Duration.ofHours(24)).plusSeconds(5), NOW, NOW.plusSeconds(3600)));

        QuotaView view = QuotaView.of(ACCOUNT, use);

        assertThat(view.planned()).isEqualTo(2);
        assertThat(view.nextFreeAt())
                .as("between the one now and the one in an hour there is no room for a third in a day")
                .contains(NOW.plus(Duration.ofHours(24)));
    }
}
