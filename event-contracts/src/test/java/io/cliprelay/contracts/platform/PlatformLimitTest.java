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
    void hasJustOneSpan() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlatformLimit("units", Scope.APP, 1, 1, Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlatformLimit("units", Scope.APP, 1, 1, A_DAY, Optional.of(ZoneOffset.UTC)));
    }
}
