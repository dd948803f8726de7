package io.cliprelay.worker.upload;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.platform.MediaRules;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.worker.inbox.Step;
import io.cliprelay.worker.spi.AccessToken;
import io.cliprelay.worker.spi.AccountRef;
import io.cliprelay.worker.spi.PublishMode;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LengthCheckTest {

    private static final PlatformDescriptor REELS = new PlatformDescriptor(
            "reels",
            "Reels",
            new MediaRules(
                    Set.of("video/mp4"),
                    Optional.empty(),
                    1000,
                    Optional.of(Duration.ofSeconds(3)),
                    Optional.of(Duration.ofMinutes(15))),
            List.of(),
            Optional.empty(),
            List.of(Privacy.PUBLIC),
            Optional.empty(),
            Map.of(),
            3);

    @ParameterizedTest
    @ValueSource(strings = {"PT3S", "PT15M"})
    void aVideoOfTheRightLengthIsTaken(Duration length) {
        assertThatCode(() -> check(Optional.of(length))).doesNotThrowAnyException();
    }

    @Test
    void aVideoWhoseLengthIsNotKnownIsThePlatformsToRefuse() {
        assertThatCode(() -> check(Optional.empty())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "PT2.9S, 'media.too-short: The video lasts 2.9 s, and Reels takes at least 3 s'",
        "PT15M0.5S, 'media.too-long: The video lasts 900.5 s, and Reels takes at most 900 s'"
    })
    void anyOtherIsRefused(Duration length, String message) {
        assertThatExceptionOfType(UploadException.class)
                .isThrownBy(() -> check(Optional.of(length)))
                .withMessage(message);
    }

    private static void check(Optional<Duration> length) {
        var stored = Stored.at(Step.READY);
        var account =
                new AccountRef(stored.command().upload().accountId(), "default", "demo", Optional.empty(), Map.of());
        LengthCheck.require(
                new UploadRequest(
                                stored.command().upload(),
                                stored.command().content(),
                                1,
                                new AccessToken("t"),
                                account,
                                PublishMode.PUBLISH)
                        .lasting(length),
                REELS);
    }
}
