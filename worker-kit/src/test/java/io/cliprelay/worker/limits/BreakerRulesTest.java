package io.cliprelay.worker.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.cliprelay.contracts.upload.UploadFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The breaker's states and what leads from one to the next, as a table. */
class BreakerRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UploadFailure.Reason REASON = new UploadFailure.Reason("paper.torn", "torn", "another sheet");
    private static final UploadFailure TRANSIENT = new UploadFailure.Transient(REASON);
    private static final UploadFailure LIMITED = new UploadFailure.RateLimited(REASON, Optional.empty());
    private static final UploadFailure LIMITED_90S =
            new UploadFailure.RateLimited(REASON, Optional.of(NOW.plusSeconds(90)));
    private static final UploadFailure AUTH = new UploadFailure.Auth(REASON);
    private static final UploadFailure QUOTA = new UploadFailure.QuotaExhausted(REASON, NOW.plusSeconds(7));
    private static final UploadFailure INVALID = new UploadFailure.InvalidInput(REASON);
    private static final UploadFailure REJECTED = new UploadFailure.ContentRejected(REASON);
    private static final UploadFailure UNKNOWN = new UploadFailure.Unknown(REASON);

    private static final Breaker ONCE = closed(1, 10);
    private static final Breaker TWICE = closed(2, 10);
    private static final Breaker TWICE_LONG_AGO = closed(2, 120);
    private static final Breaker OPEN = new Breaker.Open(NOW.plusSeconds(20), 1, TRANSIENT);
    private static final Breaker OVER = new Breaker.Open(NOW, 1, TRANSIENT);
    private static final Breaker PROBING = new Breaker.Probing(NOW.plusSeconds(50), 1, TRANSIENT);
    private static final Breaker PROBING_LATE = new Breaker.Probing(NOW.plusSeconds(50), 9, TRANSIENT);
    private static final Breaker SHUT = new Breaker.Open(NOW.plusSeconds(100), 1, AUTH);

    private static final BreakerConfig CONFIG = new Three();
    private static final BreakerRules ACCOUNT = BreakerRules.ofAccount(CONFIG, Duration.ZERO);
    private static final BreakerRules PLATFORM = BreakerRules.ofPlatform(CONFIG);

    /** Opens at the third failure within a minute. */
    private record Three() implements BreakerConfig {
        @Override
        public int accountFailures() {
            return 3;
        }

        @Override
        public int platformFailures() {
            return 3;
        }

        @Override
        public Duration within() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration pause() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration longestPause() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration probe() {
            return Duration.ofSeconds(60);
        }

        @Override
        public Duration authPause() {
            return Duration.ofHours(1);
        }
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                // the first ones are counted
                arguments(ACCOUNT, Breaker.CLEAN, TRANSIENT, closed(1, 0)),
                arguments(ACCOUNT, ONCE, TRANSIENT, TWICE),
                arguments(ACCOUNT, ONCE, LIMITED, TWICE),
                arguments(ACCOUNT, TWICE_LONG_AGO, TRANSIENT, closed(1, 0)),
                // the third within a minute opens
                arguments(ACCOUNT, TWICE, TRANSIENT, open(30, 1, TRANSIENT)),
                arguments(PLATFORM, TWICE, TRANSIENT, open(30, 1, TRANSIENT)),
                arguments(PLATFORM, TWICE, LIMITED_90S, open(30, 1, LIMITED_90S)),
                // a pause that the platform asked for is the account's at once
                arguments(ACCOUNT, Breaker.CLEAN, LIMITED_90S, open(90, 1, LIMITED_90S)),
                arguments(ACCOUNT, TWICE, LIMITED_90S, open(90, 1, LIMITED_90S)),
                arguments(ACCOUNT, OPEN, LIMITED_90S, open(90, 1, LIMITED_90S)),
                arguments(PLATFORM, Breaker.CLEAN, LIMITED_90S, closed(1, 0)),
                // what was under way when it opened does not prolong it
                arguments(ACCOUNT, OPEN, TRANSIENT, OPEN),
                arguments(ACCOUNT, OPEN, LIMITED, OPEN),
                // a try that fails opens for longer
                arguments(ACCOUNT, PROBING, TRANSIENT, open(60, 2, TRANSIENT)),
                arguments(ACCOUNT, PROBING_LATE, TRANSIENT, open(300, 10, TRANSIENT)),
                arguments(ACCOUNT, PROBING, LIMITED_90S, open(90, 2, LIMITED_90S)),
                // an account that must be connected again is left alone; the platform is well
                arguments(ACCOUNT, ONCE, AUTH, open(3600, 1, AUTH)),
                arguments(ACCOUNT, OPEN, AUTH, open(3600, 1, AUTH)),
                arguments(ACCOUNT, PROBING, AUTH, open(3600, 1, AUTH)),
                arguments(ACCOUNT, SHUT, AUTH, SHUT),
                arguments(PLATFORM, TWICE, AUTH, Breaker.CLEAN),
                // an answer is an answer
                arguments(ACCOUNT, TWICE, QUOTA, Breaker.CLEAN),
                arguments(ACCOUNT, TWICE, INVALID, Breaker.CLEAN),
                arguments(PLATFORM, PROBING, REJECTED, Breaker.CLEAN),
                arguments(ACCOUNT, OPEN, INVALID, OPEN),
                // and what nobody understands says nothing
                arguments(ACCOUNT, TWICE, UNKNOWN, TWICE),
                arguments(ACCOUNT, PROBING, UNKNOWN, PROBING));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void afterAFailure(BreakerRules rules, Breaker before, UploadFailure failure, Breaker after) {
        assertThat(rules.failed(before, failure, NOW)).isEqualTo(after);
    }

    static Stream<Arguments> successes() {
        return Stream.of(
                arguments(Breaker.CLEAN, Breaker.CLEAN),
                arguments(TWICE, Breaker.CLEAN),
                arguments(PROBING, Breaker.CLEAN),
                arguments(OPEN, OPEN),
                arguments(SHUT, SHUT));
    }

    @ParameterizedTest
    @MethodSource("successes")
    void afterASuccess(Breaker before, Breaker after) {
        assertThat(ACCOUNT.succeeded(before)).isEqualTo(after);
    }

    static Stream<Arguments> admissions() {
        return Stream.of(
                arguments(Breaker.CLEAN, true, Breaker.CLEAN),
                arguments(TWICE, true, TWICE),
                arguments(OPEN, false, OPEN),
                arguments(PROBING, false, PROBING),
                arguments(OVER, true, new Breaker.Probing(NOW.plusSeconds(60), 1, TRANSIENT)),
                arguments(
                        new Breaker.Probing(NOW, 3, TRANSIENT),
                        true,
                        new Breaker.Probing(NOW.plusSeconds(60), 3, TRANSIENT)));
    }

    @ParameterizedTest
    @MethodSource("admissions")
    void anUploadIsLetThrough(Breaker before, boolean admitted, Breaker after) {
        assertThat(before.refusal(NOW).isEmpty()).isEqualTo(admitted);
        if (admitted) {
            assertThat(ACCOUNT.admitted(before, NOW)).isEqualTo(after);
        }
    }

    @Test
    void aPauseWithoutAnEndLastsAsLongAsTheOperatorSays() {
        BreakerRules cooling = BreakerRules.ofAccount(CONFIG, Duration.ofMinutes(4));

        assertThat(cooling.failed(Breaker.CLEAN, LIMITED, NOW)).isEqualTo(open(240, 1, LIMITED));
        assertThat(cooling.failed(Breaker.CLEAN, TRANSIENT, NOW)).isEqualTo(closed(1, 0));
    }

    @Test
    void pausesGrowNoLongerThanTheLongestHoweverOftenItOpened() {
        Breaker tried = new Breaker.Probing(NOW, Integer.MAX_VALUE - 1, TRANSIENT);

        assertThat(ACCOUNT.failed(tried, TRANSIENT, NOW)).isEqualTo(open(300, Integer.MAX_VALUE, TRANSIENT));
    }

    private static Breaker closed(int failures, long secondsAgo) {
        return new Breaker.Closed(failures, Optional.of(NOW.minusSeconds(secondsAgo)));
    }

    private static Breaker open(long seconds, int openings, UploadFailure cause) {
        return new Breaker.Open(NOW.plusSeconds(seconds), openings, cause);
    }
}
