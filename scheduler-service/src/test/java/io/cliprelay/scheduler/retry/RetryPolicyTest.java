package io.cliprelay.scheduler.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.scheduler.Clips;

import static org.assertj.core.api.Assertions.assertThat;

class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-12-01T18:00:00Z");
    private static final UploadFailure TRANSIENT = new UploadFailure.Transient(Clips.reason());

    private static final RetryConfig CONFIG = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(RetryConfig.class)
            .withDefaultValue("cliprelay.retry.base", "2s")
            .withDefaultValue("cliprelay.retry.cap", "30s")
            .withDefaultValue("cliprelay.retry.waits", "5")
            .build()
            .getConfigMapping(RetryConfig.class);

    static Stream<UploadFailure> hopeless() {
        return Stream.of(
                new UploadFailure.InvalidInput(Clips.reason()), new UploadFailure.ContentRejected(Clips.reason()));
    }

    static Stream<UploadFailure> passing() {
        return Stream.of(TRANSIENT, new UploadFailure.Unknown(Clips.reason()));
    }

    static Stream<UploadFailure> limits() {
        return Stream.of(rateLimited(Optional.empty()), rateLimited(Optional.of(NOW)), quotaUsedUpUntil(NOW));
    }

    @ParameterizedTest
    @MethodSource("hopeless")
    void whatNoRepetitionMendsIsGivenUpAtOnce(UploadFailure failure) {
        assertThat(longest().after(failure, new Tries(0, 0, 3), NOW)).isEqualTo(new RetryDecision.GiveUp());
    }

    @Test
    void aRefusedAccountIsWaitedForAsOftenAsALimitAndUsesUpNoTry() {
        UploadFailure refused = new UploadFailure.Auth(Clips.reason());

        assertThat(longest().after(refused, new Tries(2, 0, 3), NOW))
                .isEqualTo(new RetryDecision.AwaitAccount(NOW.plusMillis(2_000)));
        assertThat(longest().after(refused, new Tries(0, 5, 3), NOW)).isEqualTo(new RetryDecision.GiveUp());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatMayPassIsTriedAsOftenAsThePlatformAllows(UploadFailure failure) {
        assertThat(longest().after(failure, new Tries(0, 0, 3), NOW)).isEqualTo(again(2_000, 1));
        assertThat(longest().after(failure, new Tries(1, 0, 3), NOW)).isEqualTo(again(4_000, 2));
        assertThat(longest().after(failure, new Tries(2, 0, 3), NOW)).isEqualTo(new RetryDecision.GiveUp());
    }

    @Test
    void aPlatformThatAllowsOneTryGetsOne() {
        assertThat(longest().after(TRANSIENT, new Tries(0, 0, 1), NOW)).isEqualTo(new RetryDecision.GiveUp());
    }

    @Test
    void aLimitThatDoesNotSayHowLongIsWaitedForByWhatIsKnownOnceBackingOffDoesNotHelp() {
        Instant midnight = NOW.plusSeconds(36_000);
        UploadFailure limited = rateLimited(Optional.empty());

        assertThat(longest().after(limited, new Tries(0, 3, 3, Optional.of(midnight)), NOW))
                .isEqualTo(again(16_000, 0));
        assertThat(longest().after(limited, new Tries(0, 4, 3, Optional.of(midnight)), NOW))
                .isEqualTo(new RetryDecision.Again(midnight.plusMillis(30_000), 0));
        assertThat(longest().after(limited, new Tries(0, 4, 3), NOW)).isEqualTo(again(30_000, 0));
    }

    @Test
    void whatAPersonFoundUnpublishedIsSentAgainAlsoAfterTheLastTry() {
        UploadFailure settled = new UploadFailure.Transient(
                new UploadFailure.Reason("upload.settled-unpublished", "someone looked", "nothing"));

        assertThat(longest().after(settled, new Tries(0, 0, 3), NOW)).isEqualTo(again(2_000, 0));
        assertThat(longest().after(settled, new Tries(2, 5, 3), NOW)).isEqualTo(again(2_000, 2));
        assertThat(longest().after(settled, new Tries(0, 0, 1), NOW)).isEqualTo(again(2_000, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 4", "2, 8", "3, 16", "4, 30", "5, 30", "80, 30"})
    void theLongestPauseDoublesUpToTheCap(int spent, long seconds) {
        assertThat(longest().after(TRANSIENT, new Tries(spent, 0, 100), NOW))
                .isEqualTo(again(seconds * 1000, spent + 1));
    }

    @Test
    void pausesAreSpreadOverTheWholeTimeUpToTheLongest() {
        RetryPolicy policy = new RetryPolicy(CONFIG, new Random(1));

        long[] pauses = IntStream.range(0, 1000)
                .mapToObj(n -> (RetryDecision.Again) policy.after(TRANSIENT, new Tries(1, 0, 3), NOW))
                .mapToLong(again -> Duration.between(NOW, again.at()).toMillis())
                .sorted()
                .toArray();

        assertThat(pauses[0]).isBetween(0L, 200L);
        assertThat(pauses[500]).isBetween(1_600L, 2_400L);
        assertThat(pauses[999]).isBetween(3_800L, 4_000L);
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aLimitUsesUpNoTry(UploadFailure failure) {
        assertThat(longest().after(failure, new Tries(2, 0, 3), NOW)).isEqualTo(again(2_000, 2));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aLimitThatNeverLiftsEndsInGivingUp(UploadFailure failure) {
        assertThat(longest().after(failure, new Tries(0, 4, 3), NOW)).isInstanceOf(RetryDecision.Again.class);
        assertThat(longest().after(failure, new Tries(0, 5, 3), NOW)).isEqualTo(new RetryDecision.GiveUp());
    }

    @Test
    void nothingComesBackBeforeTheInstantThatThePlatformNamed() {
        Instant until = NOW.plusSeconds(3600).plusNanos(1);

        assertThat(shortest().after(rateLimited(Optional.of(until)), new Tries(0, 0, 3), NOW))
                .isEqualTo(again(3_600_001, 0));
        assertThat(shortest().after(quotaUsedUpUntil(until), new Tries(0, 0, 3), NOW))
                .isEqualTo(again(3_600_001, 0));
    }

    private static UploadFailure rateLimited(Optional<Instant> until) {
        return new UploadFailure.RateLimited(Clips.reason(), until);
    }

    private static UploadFailure quotaUsedUpUntil(Instant until) {
        return new UploadFailure.QuotaExhausted(Clips.reason(), until);
    }

    private static RetryDecision again(long millis, int spent) {
        return new RetryDecision.Again(NOW.plusMillis(millis), spent);
    }

    private static RetryPolicy longest() {
        return new RetryPolicy(CONFIG, new Extreme(bound -> bound - 1));
    }

    private static RetryPolicy shortest() {
        return new RetryPolicy(CONFIG, new Extreme(bound -> 0));
    }

    /** Luck at one end of its range. */
    private record Extreme(LongUnaryOperator ofBound) implements RandomGenerator {
        @Override
        public long nextLong() {
            return ofBound.applyAsLong(Long.MAX_VALUE);
        }

        @Override
        public long nextLong(long bound) {
            return ofBound.applyAsLong(bound);
        }
    }
}
