package io.cliprelay.instagram;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.cliprelay.instagram.wire.Media;

import static org.assertj.core.api.Assertions.assertThat;

class OwnReelsTest {

    private static final Instant SINCE = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aReelOfTheSameCaptionThatIsNotOlderMayBeIt() {
        assertThat(isLike("A caption", "2026-11-22T12:00:00+0000", "REELS")).isTrue();
        assertThat(isLike("A caption", "2026-11-22T14:00:01+0200", "REELS")).isTrue();
    }

    @Test
    void anythingElseIsAnother() {
        assertThat(isLike("Another caption", "2026-11-22T12:00:00+0000", "REELS"))
                .isFalse();
        assertThat(isLike("A caption", "2026-11-22T11:59:58+0000", "REELS")).isFalse();
        assertThat(isLike("A caption", "2026-11-22T12:00:00+0000", "FEED")).isFalse();
        assertThat(isLike("A caption", null, "REELS")).isFalse();
        assertThat(isLike(null, "2026-11-22T12:00:00+0000", "REELS")).isFalse();
    }

    private static boolean isLike(String caption, String timestamp, String type) {
        return OwnReels.isLike(new Media("1", caption, timestamp, null, type), "A caption", SINCE);
    }
}
