package io.cliprelay.contracts.platform;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.platform.PlatformLimit.Scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PlatformLimitTest {

    private static final Optional<Duration> A_DAY = Optional.of(Duration.ofDays(1));

    @Test
    void allowsAsManyUploadsAsItsAmountIsEnoughFor() {
        assertThat(new PlatformLimit("units", Scope.APP, 10_000, 1600, A_DAY, Optional.empty()).uploads())
                .isEqualTo(6);
        assertThat(new PlatformLimit("units", Scope.APP, 10_000, 0, A_DAY, Optional.empty()).uploads())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void isPlannedByWhereItCountsUploadsOverHoursAndFewEnough() {
        assertThat(new PlatformLimit("posts", Scope.APP, 1000, 1, A_DAY, Optional.empty()).canBePlannedBy())
                .isTrue();
        assertThat(new PlatformLimit("posts", Scope.APP, 1001, 1, A_DAY, Optional.empty()).canBePlannedBy())
                .isFalse();
        assertThat(new PlatformLimit("calls", Scope.APP, 100, 0, A_DAY, Optional.empty()).canBePlannedBy())
                .isFalse();
        assertThat(new PlatformLimit("pace", Scope.APP, 6, 1, Optional.of(Duration.ofMinutes(1)), Optional.empty())
                        .canBePlannedBy())
                .isFalse();
    }

    @Test
    void hasJustOneSpan() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlatformLimit("units", Scope.APP, 1, 1, Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlatformLimit("units", Scope.APP, 1, 1, A_DAY, Optional.of(ZoneOffset.UTC)));
    }
}
