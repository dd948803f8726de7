package io.cliprelay.tiktok;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.cliprelay.tiktok.wire.VideoList;
import io.cliprelay.worker.spi.Finding;

import static org.assertj.core.api.Assertions.assertThat;

class PublicVideosTest {

    private static final Instant BEGUN = Instant.parse("2026-11-22T20:00:00.500Z");
    private static final long SECOND = BEGUN.getEpochSecond();

    @Test
    void theOneVideoWithThisCaptionSinceTheBeginningIsFound() {
        assertThat(find(video("1", "Other", SECOND + 5), video("2", "Text", SECOND), video("3", "Text", SECOND - 1)))
                .isEqualTo(new Finding.Found("2"));
    }

    @Test
    void noVideoProvesNothingForOnlyPublicOnesAreListed() {
        assertThat(find(video("1", "Other", SECOND))).isInstanceOf(Finding.Unknowable.class);
    }

    @Test
    void twoVideosWithOneCaptionAreNotToldApart() {
        assertThat(find(video("1", "Text", SECOND), video("2", "Text", SECOND + 1)))
                .isInstanceOf(Finding.Unknowable.class);
    }

    @Test
    void videosAndPublicationsAreKnownByTheirIds() {
        assertThat(Stream.of("7301234567890123456")).allMatch(PublicVideos::isVideo);
        assertThat(Stream.of("v_pub_file~v2-1.123456789", "v_inbox_file~v2.7301234567890123456", ""))
                .noneMatch(PublicVideos::isVideo);
    }

    private static Finding find(VideoList.Video... videos) {
        return PublicVideos.finding(new VideoList(List.of(videos)), "Text", BEGUN);
    }

    private static VideoList.Video video(String id, String title, long createTime) {
        return new VideoList.Video(id, title, createTime, null);
    }
}
