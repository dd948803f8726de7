package io.cliprelay.gateway.rate;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RateTest {

    private static final long SECOND = 1_000_000_000;
    private static final Rate THREE_IN_SIX_SECONDS = new Rate(3, Duration.ofSeconds(6));

    @Test
    void aWholeQuotaMayBeUsedAtOnceAndNoMore() {
        long now = -5 * SECOND;
        Rate.Turn first = THREE_IN_SIX_SECONDS.take(now, now);
        Rate.Turn second = THREE_IN_SIX_SECONDS.take(first.fullAt(), now);
        Rate.Turn third = THREE_IN_SIX_SECONDS.take(second.fullAt(), now);
        Rate.Turn fourth = THREE_IN_SIX_SECONDS.take(third.fullAt(), now);

        assertThat(first).isEqualTo(new Rate.Turn(now + 2 * SECOND, 2, 2, 0));
        assertThat(third).isEqualTo(new Rate.Turn(now + 6 * SECOND, 0, 6, 0));
        assertThat(fourth).isEqualTo(new Rate.Turn(now + 6 * SECOND, 0, 6, 2));
        assertThat(fourth.allowed()).isFalse();
    }

    @Test
    void aQuotaComesBackBitByBitAndNeverBeyondTheWhole() {
        Rate.Turn tooEarly = THREE_IN_SIX_SECONDS.take(6 * SECOND, 2 * SECOND - 1);
        Rate.Turn inTime = THREE_IN_SIX_SECONDS.take(6 * SECOND, 2 * SECOND);
        Rate.Turn muchLater = THREE_IN_SIX_SECONDS.take(6 * SECOND, 1_000 * SECOND);

        assertThat(tooEarly.waitSeconds()).isEqualTo(1);
        assertThat(inTime).isEqualTo(new Rate.Turn(8 * SECOND, 0, 6, 0));
        assertThat(muchLater.remaining()).isEqualTo(2);
    }

    @Test
    void aQuotaThatDoesNotDivideItsWindowIsStillWhole() {
        Rate seven = new Rate(7, Duration.ofSeconds(1));
        long fullAt = 0;
        for (int request = 1; request <= 7; request++) {
            Rate.Turn turn = seven.take(fullAt, 0);
            assertThat(turn.allowed()).isTrue();
            assertThat(turn.remaining()).isEqualTo(7 - request);
            fullAt = turn.fullAt();
        }
        assertThat(seven.take(fullAt, 0).allowed()).isFalse();
    }

    @Test
    void whatIsNoRateIsRefused() {
        assertThatThrownBy(() -> new Rate(0, Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(2, Duration.ofNanos(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void callersAreTakenForThemselvesAndTheSilentAreForgotten() {
        AtomicLong now = new AtomicLong();
        Buckets buckets = new Buckets(2, now::get);
        Rate once = new Rate(1, Duration.ofHours(1));

        assertThat(buckets.take("a", once).allowed()).isTrue();
        assertThat(buckets.take("b", once).allowed()).isTrue();
        assertThat(buckets.take("a", once).allowed()).isFalse();
        assertThat(buckets.take("c", once).allowed()).isTrue();
        assertThat(buckets.take("a", once).allowed()).as("not the silent one").isFalse();
        assertThat(buckets.take("b", once).allowed()).as("was forgotten").isTrue();
    }
}
