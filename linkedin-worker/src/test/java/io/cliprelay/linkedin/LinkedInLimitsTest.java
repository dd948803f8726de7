package io.cliprelay.linkedin;

import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import io.cliprelay.worker.spi.Charge;
import io.cliprelay.worker.spi.Limit;
import io.cliprelay.worker.spi.Window;

import static org.assertj.core.api.Assertions.assertThat;

class LinkedInLimitsTest {

    @Test
    void aMemberHas150CallsADayAndTheAppAHundredThousand() {
        Window day = new Window.Daily(ZoneOffset.UTC);

        assertThat(LinkedInLimits.all())
                .containsExactly(
                        new Limit("member-calls", Limit.Scope.ACCOUNT, day, 150),
                        new Limit("app-calls", Limit.Scope.APP, day, 100_000));
    }

    @Test
    void eachCallIsOneOfBoth() {
        assertThat(LinkedInLimits.CALL).containsExactly(new Charge("member-calls", 1), new Charge("app-calls", 1));
    }

    @Test
    void aThrottleIsTheDaysWhereAboutNoCallsAreLeft() {
        assertThat(LinkedInLimits.areAboutUsedUp(14)).isTrue();
        assertThat(LinkedInLimits.areAboutUsedUp(15)).isFalse();
    }
}
