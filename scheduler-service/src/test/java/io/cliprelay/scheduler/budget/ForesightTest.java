package io.cliprelay.scheduler.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.platform.PlatformLimit;
import io.cliprelay.contracts.platform.PlatformLimit.Scope;

import static org.assertj.core.api.Assertions.assertThat;

class ForesightTest {

    private static final Instant DUE = Instant.parse("2026-12-01T18:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void uploadsOfOneSubmissionShareWhatTheInstallationMayUse() {
        PlatformLimit one = limit(Scope.APP);

        assertThat(forecasts(one, wish("reels", 1), wish("reels", 2), wish("reels", 3)))
                .containsExactly(
                        new Forecast.Fits(),
                        new Forecast.Moves(DUE.plus(DAY), one),
                        new Forecast.Moves(DUE.plus(DAY.multipliedBy(2)), one));
    }

    @Test
    void whatAnAccountMayUseIsItsOwn() {
        assertThat(forecasts(limit(Scope.ACCOUNT), wish("reels", 1), wish("reels", 2)))
                .containsExactly(new Forecast.Fits(), new Forecast.Fits());
    }

    @Test
    void platformsShareNothing() {
        assertThat(forecasts(limit(Scope.APP), wish("reels", 1), wish("shorts", 2)))
                .containsExactly(new Forecast.Fits(), new Forecast.Fits());
    }

    private static List<Forecast> forecasts(PlatformLimit limit, Wish... wishes) {
        List<Use> nothingPlanned = List.of(new Use(limit, List.of()));
        return Foresight.of(List.of(wishes), Collections.nCopies(wishes.length, nothingPlanned));
    }

    private static PlatformLimit limit(Scope scope) {
        return new PlatformLimit("posts", scope, 1, 1, Optional.of(DAY), Optional.empty());
    }

    private static Wish wish(String platform, int account) {
        return new Wish(platform, new UUID(0, account), DUE, Optional.empty());
    }
}
