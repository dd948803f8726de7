package io.cliprelay.tiktok;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.cliprelay.worker.spi.Call;
import io.cliprelay.worker.spi.Charge;
import io.cliprelay.worker.spi.Limit;

import static org.assertj.core.api.Assertions.assertThat;

class TikTokLimitsTest {

    @Test
    void eachCreatorHasTikToksNumbersInAMinute() {
        assertThat(TikTokLimits.all()).extracting(Limit::amount).containsExactly(6L, 20L, 30L);
        assertThat(TikTokLimits.all()).extracting(Limit::scope).containsOnly(Limit.Scope.ACCOUNT);
    }

    @Test
    void everyChargeIsOnALimitThatThereIs() {
        Set<String> names = TikTokLimits.all().stream().map(Limit::name).collect(Collectors.toSet());

        Stream<Charge> ofCalls = Arrays.stream(Call.values()).flatMap(call -> TikTokLimits.of(call).stream());
        Stream<Charge> ofQuestions = Stream.concat(TikTokLimits.STATUS.stream(), TikTokLimits.CREATOR_INFO.stream());

        assertThat(Stream.concat(ofCalls, ofQuestions).map(Charge::limit).collect(Collectors.toSet()))
                .isEqualTo(names);
    }
}
