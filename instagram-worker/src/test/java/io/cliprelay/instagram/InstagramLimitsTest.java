package io.cliprelay.instagram;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.cliprelay.worker.spi.Call;
import io.cliprelay.worker.spi.Charge;
import io.cliprelay.worker.spi.Limit;
import io.cliprelay.worker.spi.Window;

import static org.assertj.core.api.Assertions.assertThat;

class InstagramLimitsTest {

    @Test
    void eachAccountHasTheFewestPostsThatTheDocumentsNameAndItsContainers() {
        assertThat(InstagramLimits.all()).extracting(Limit::name).containsExactly("publishes", "containers");
        assertThat(InstagramLimits.all()).extracting(Limit::amount).containsExactly(50L, 400L);
        assertThat(InstagramLimits.all()).extracting(Limit::scope).containsOnly(Limit.Scope.ACCOUNT);
    }

    @Test
    void theirWindowSlidesAndIsALittleLongerThanInstagrams() {
        assertThat(InstagramLimits.all())
                .extracting(Limit::window)
                .containsOnly(new Window.Rolling(Duration.ofHours(24).plusMinutes(1)));
    }

    @Test
    void aContainerIsChargedWhenItIsOpenedAndAPostWhenItIsPublished() {
        assertThat(InstagramLimits.of(Call.OPEN)).containsExactly(new Charge("containers", 1));
        assertThat(InstagramLimits.of(Call.PUBLISH)).containsExactly(new Charge("publishes", 1));
    }

    @Test
    void everyChargeIsOnALimitThatThereIs() {
        Set<String> names = InstagramLimits.all().stream().map(Limit::name).collect(Collectors.toSet());

        assertThat(Arrays.stream(Call.values())
                        .flatMap(call -> InstagramLimits.of(call).stream())
                        .map(Charge::limit)
                        .collect(Collectors.toSet()))
                .isEqualTo(names);
    }
}
