package io.cliprelay.scheduler.budget;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Close uploads of an account share what they are judged beside, and none of it is missing to either. */
class AroundTest {

    private static final UUID ACCOUNT = UUID.randomUUID();

    @Test
    void isTheSameForAnAccountsUploadsWithinAnHour() {
        assertThat(around("2026-03-01T10:00:00Z")).isEqualTo(around("2026-03-01T10:59:59.999Z"));
        assertThat(around("2026-03-01T10:59:59Z")).isNotEqualTo(around("2026-03-01T11:00:00Z"));
        assertThat(around("2026-03-01T10:00:00Z"))
                .isNotEqualTo(Around.of(wish("2026-03-01T10:00:00Z", UUID.randomUUID())));
    }

    @Test
    void reachesAsFarAsAnyOfThemCanBeMoved() {
        for (String due : new String[] {"2026-03-01T10:00:00Z", "2026-03-01T10:59:59.999Z"}) {
            Instant at = Instant.parse(due);
            assertThat(around(due).from()).isBeforeOrEqualTo(at.minus(Opening.LONGEST_SPAN));
            assertThat(around(due).until())
                    .isAfterOrEqualTo(at.plus(Opening.HORIZON).plus(Opening.LONGEST_SPAN));
        }
    }

    private static Around around(String due) {
        return Around.of(wish(due, ACCOUNT));
    }

    private static Wish wish(String due, UUID account) {
        return new Wish("youtube", account, Instant.parse(due), Optional.empty());
    }
}
