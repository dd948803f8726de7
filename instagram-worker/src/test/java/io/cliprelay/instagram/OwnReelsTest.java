package io.cliprelay.instagram;

import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    @Test
    void theOnlyOneOfItsCaptionIsProvedToBeIt() {
        assertThat(look(1, 98).only()).map(Media::id).contains("alike-0");
        assertThat(look(2, 10).only()).isEmpty();
        assertThat(look(0, 10).only()).isEmpty();
    }

    @Test
    void itIsAbsentWhereNoneIsLikeIt() {
        assertThat(look(0, 99).none()).isTrue();
        assertThat(look(1, 10).none()).isFalse();
    }

    @Test
    void aFullPageProvesNothingSinceThereMayBeMore() {
        assertThat(look(1, 99).only()).isEmpty();
        assertThat(look(0, 100).none()).isFalse();
    }

    private static OwnReels.Look look(int alike, int others) {
        Stream<Media> reels = Stream.concat(
                IntStream.range(0, alike).mapToObj(number -> reel("alike-" + number, "A caption")),
                IntStream.range(0, others).mapToObj(number -> reel("other-" + number, "Another caption")));
        return OwnReels.Look.through(reels.toList(), "A caption", SINCE);
    }

    private static Media reel(String id, String caption) {
        return new Media(id, caption, "2026-11-22T12:00:00+0000", null, "REELS");
    }

    private static boolean isLike(String caption, String timestamp, String type) {
        return OwnReels.isLike(new Media("1", caption, timestamp, null, type), "A caption", SINCE);
    }
}
