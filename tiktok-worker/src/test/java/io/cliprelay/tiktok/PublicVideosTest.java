package io.cliprelay.tiktok;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.tiktok.wire.ErrorBody;
import io.cliprelay.tiktok.wire.VideoList;
import io.cliprelay.worker.spi.Finding;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;

class PublicVideosTest {

    private static final Instant BEGUN = Instant.parse("2026-11-22T20:00:00.500Z");
    private static final long SECOND = BEGUN.getEpochSecond();

    @Test
    void theOneVideoWithThisCaptionSinceTheBeginningIsFound() {
        assertThat(find(video("1", "Other", SECOND + 5), video("2", "Text", SECOND), video("3", "Text", SECOND - 1)))
                .isEqualTo(new Finding.Alike("2"));
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

    @ParameterizedTest
    @CsvSource({
        "401, scope_not_authorized, true",
        "400, scope_permission_missed, true",
        "401, access_token_invalid, false",
        "429, rate_limit_exceeded, false",
        "500, internal_error, false"
    })
    void onlyWhereNobodyGrantedTheListIsItGivenUp(int status, String code, boolean givenUp) {
        UploadException refusal = new Reply(
                        status,
                        Optional.of(new ErrorBody(code, "words", "log")),
                        JsonNodeFactory.instance.missingNode(),
                        Optional.empty())
                .failure(BEGUN);

        assertThat(PublicVideos.mayNotList(refusal)).isEqualTo(givenUp);
    }

    @Test
    void aListThatWasNotAskedForIsAskedForLater() {
        UploadFailure noRoom =
                new UploadFailure.RateLimited(new UploadFailure.Reason("limit", "no room", "wait"), Optional.empty());

        assertThat(PublicVideos.mayNotList(UploadException.withheld(noRoom))).isFalse();
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
