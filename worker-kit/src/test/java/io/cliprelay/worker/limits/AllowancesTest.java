package io.cliprelay.worker.limits;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.platform.PlatformLimit;
import io.cliprelay.worker.PlatformSettings;
import io.cliprelay.worker.spi.Charge;
import io.cliprelay.worker.spi.Limit;
import io.cliprelay.worker.spi.Window;

import static org.assertj.core.api.Assertions.assertThat;

class AllowancesTest {

    @Test
    void tellsItsLimitsAsTheyAreGrantedWithWhatAnUploadUses() {
        List<Limit> declared = List.of(
                new Limit("posts", Limit.Scope.ACCOUNT, new Window.Rolling(Duration.ofHours(24)), 50),
                new Limit("calls", Limit.Scope.APP, new Window.Daily(ZoneOffset.UTC), 1000));
        Allowances allowances = Allowances.of(declared, Map.of("posts", 75L), new NoOwnLimits());

        assertThat(allowances.told(List.of(new Charge("posts", 1), new Charge("posts", 2))))
                .containsExactly(
                        new PlatformLimit(
                                "calls",
                                PlatformLimit.Scope.APP,
                                1000,
                                0,
                                Optional.empty(),
                                Optional.of(ZoneOffset.UTC)),
                        new PlatformLimit(
                                "posts",
                                PlatformLimit.Scope.ACCOUNT,
                                75,
                                3,
                                Optional.of(Duration.ofHours(24)),
                                Optional.empty()));
    }

    private record NoOwnLimits() implements PlatformSettings.RateLimits {

        @Override
        public Optional<Integer> requestsPerHour() {
            return Optional.empty();
        }

        @Override
        public Optional<Integer> requestsPerDay() {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> cooldown() {
            return Optional.empty();
        }
    }
}
