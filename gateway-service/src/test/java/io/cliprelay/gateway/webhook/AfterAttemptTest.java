package io.cliprelay.gateway.webhook;

import java.time.Duration;
import java.util.List;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AfterAttemptTest {

    private static final Duration TOOK = Duration.ofMillis(5);
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({
        "200, 1, Done",
        "204, 3, Done",
        "302, 1, Again",
        "404, 2, Again",
        "500, 3, GiveUp",
        "410, 1, Stop",
        "410, 3, Stop"
    })
    void anAnswerDecidesWhatFollows(int status, int attempt, String follows) {
        assertThat(AfterAttempt.of(Outcome.of(status, TOOK), attempt, PAUSES, 0)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(follows);
    }

    @Test
    void thePausesComeInTurnWithUpToATenthMore() {
        Outcome away = new Outcome.Unreachable("away", TOOK);

        assertThat(AfterAttempt.of(away, 1, PAUSES, 0)).isEqualTo(new AfterAttempt.Again(Duration.ofSeconds(5)));
        assertThat(AfterAttempt.of(away, 2, PAUSES, 1)).isEqualTo(new AfterAttempt.Again(Duration.ofSeconds(33)));
        assertThat(AfterAttempt.of(away, 3, PAUSES, 0)).isEqualTo(new AfterAttempt.GiveUp());
    }

    @Test
    void unlessToldOtherwiseItTriesForMoreThanEightHours() {
        WebhookConfig config = new SmallRyeConfigBuilder()
                .withMapping(WebhookConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .build()
                .getConfigMapping(WebhookConfig.class);

        assertThat(config.retryAfter().stream().reduce(Duration.ZERO, Duration::plus))
                .isGreaterThan(Duration.ofHours(8));
        assertThat(config.retryAfter().getFirst()).isLessThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(config.overlap()).isEqualTo(Duration.ofHours(24));
        assertThat(config.allowedHosts()).isEmpty();
    }
}
