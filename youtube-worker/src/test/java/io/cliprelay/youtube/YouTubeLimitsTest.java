package io.cliprelay.youtube;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.cliprelay.worker.spi.Call;
import io.cliprelay.worker.spi.Charge;
import io.cliprelay.worker.spi.Limit;
import io.cliprelay.worker.spi.Window;

import static org.assertj.core.api.Assertions.assertThat;

class YouTubeLimitsTest {

    @Test
    void theProjectHasABucketOfUploadsAndUnitsForTheRest() {
        assertThat(YouTubeLimits.all()).extracting(Limit::name).containsExactly("uploads", "units");
        assertThat(YouTubeLimits.all()).extracting(Limit::amount).containsExactly(100L, 10_000L);
        assertThat(YouTubeLimits.all()).extracting(Limit::scope).containsOnly(Limit.Scope.APP);
    }

    @Test
    void daysBeginAtMidnightPacificTime() {
        assertThat(YouTubeLimits.all()).extracting(Limit::window).containsOnly(new Window.Daily(YouTubeLimits.PACIFIC));
    }

    @Test
    void aSessionIsAnUploadAndAListAUnitAndAThumbnailFifty() {
        assertThat(YouTubeLimits.of(Call.OPEN)).containsExactly(new Charge("uploads", 1));
        assertThat(YouTubeLimits.of(Call.INSPECT)).containsExactly(new Charge("units", 1));
        assertThat(YouTubeLimits.THUMBNAIL).containsExactly(new Charge("units", 50));
    }

    @Test
    void everyChargeIsOnALimitThatThereIs() {
        Stream<Charge> ofCalls = Arrays.stream(Call.values()).flatMap(call -> YouTubeLimits.of(call).stream());
        Stream<Charge> ofRequests = Stream.concat(YouTubeLimits.LIST.stream(), YouTubeLimits.THUMBNAIL.stream());
        Set<String> names = YouTubeLimits.all().stream().map(Limit::name).collect(Collectors.toSet());

        assertThat(Stream.concat(ofCalls, ofRequests).map(Charge::limit).collect(Collectors.toSet()))
                .isEqualTo(names);
    }
}
