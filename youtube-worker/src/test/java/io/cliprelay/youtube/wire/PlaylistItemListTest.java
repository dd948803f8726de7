package io.cliprelay.youtube.wire;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlaylistItemListTest {

    private static final Instant SINCE = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void theNextPageIsAskedForWhileThisOneIsNotOldEnough() {
        assertThat(page("next", "2026-11-22T13:00:00Z").nextPage(SINCE)).contains("next");
        assertThat(page("next", "2026-11-22T12:00:00Z").nextPage(SINCE)).contains("next");
        assertThat(page("next", "2026-11-22T13:00:00Z", "2026-11-22T11:59:59Z").nextPage(SINCE))
                .isEmpty();
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(page(null, "2026-11-22T13:00:00Z").nextPage(SINCE)).isEmpty();
        assertThat(new PlaylistItemList(null, null).nextPage(SINCE)).isEmpty();
    }

    @Test
    void itsVideosAreNamedAsOneParameter() {
        assertThat(page(null, "2026-11-22T13:00:00Z", "2026-11-22T12:30:00Z").videoIds())
                .isEqualTo("v,v");
    }

    private static PlaylistItemList page(String next, String... published) {
        List<PlaylistItemList.Item> items = List.of(published).stream()
                .map(at -> new PlaylistItemList.Item(
                        new PlaylistItemList.Snippet(at), new PlaylistItemList.ContentDetails("v")))
                .toList();
        return new PlaylistItemList(items, next);
    }
}
