package io.cliprelay.instagram;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.cliprelay.instagram.wire.Media;
import io.cliprelay.instagram.wire.MediaPage;

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
        assertThat(look(last(reel("1", "Another caption"), reel("2", "A caption")))
                        .only())
                .map(Media::id)
                .contains("2");
        assertThat(look(last(reel("1", "A caption"), reel("2", "A caption"))).only())
                .isEmpty();
        assertThat(look(last(reel("1", "Another caption"))).only()).isEmpty();
    }

    @Test
    void itIsAbsentWhereNoneIsLikeIt() {
        assertThat(look(last(reel("1", "Another caption"))).none()).isTrue();
        assertThat(look(last(reel("1", "A caption"))).none()).isFalse();
    }

    @Test
    void allPagesCount() {
        assertThat(look(followed(reel("1", "Another caption")), last(reel("2", "A caption")))
                        .only())
                .map(Media::id)
                .contains("2");
        assertThat(look(followed(reel("1", "A caption")), last(reel("2", "A caption")))
                        .only())
                .isEmpty();
    }

    @Test
    void nothingIsProvedWhileThereAreMorePages() {
        assertThat(look(followed(reel("1", "A caption"))).only()).isEmpty();
        assertThat(look(followed(reel("1", "Another caption"))).none()).isFalse();
    }

    private static OwnReels.Look look(MediaPage... pages) {
        return OwnReels.Look.through(List.of(pages), "A caption", SINCE);
    }

    private static MediaPage last(Media... media) {
        return new MediaPage(List.of(media), new MediaPage.Paging(new MediaPage.Cursors("here"), null));
    }

    private static MediaPage followed(Media... media) {
        return new MediaPage(List.of(media), new MediaPage.Paging(new MediaPage.Cursors("here"), "https://next"));
    }

    private static Media reel(String id, String caption) {
        return new Media(id, caption, "2026-11-22T12:00:00+0000", null, "REELS");
    }

    private static boolean isLike(String caption, String timestamp, String type) {
        return OwnReels.isLike(new Media("1", caption, timestamp, null, type), "A caption", SINCE);
    }
}
