package io.cliprelay.youtube;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.Inspection;
import io.cliprelay.worker.spi.PublishMode;
import io.cliprelay.youtube.wire.VideoList;
import io.cliprelay.youtube.wire.VideoResource;

import static org.assertj.core.api.Assertions.assertThat;

class YouTubeInspectionTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void aProcessedVideoIsLiveUnderItsPermalink() {
        assertThat(inspect("processed", null, null))
                .isInstanceOfSatisfying(Inspection.Live.class, live -> assertThat(live.permalink())
                        .hasToString("https://youtu.be/abc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"uploaded", "somethingNew"})
    void anUploadedVideoIsStillProcessed(String uploadStatus) {
        assertThat(inspect(uploadStatus, null, null)).isInstanceOf(Inspection.Processing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"codec", "conversion", "emptyFile", "invalidFile", "tooSmall", "uploadAborted"})
    void aFailedVideoIsRefusedForItsContent(String reason) {
        UploadFailure failure = refused(inspect("failed", reason, null));

        assertThat(failure).isInstanceOf(UploadFailure.ContentRejected.class);
        assertThat(failure.reason().code()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"claim", "copyright", "duplicate", "inappropriate", "legal", "length", "termsOfUse", "trademark"
            })
    void aRejectedVideoIsRefusedForItsContent(String reason) {
        UploadFailure failure = refused(inspect("rejected", null, reason));

        assertThat(failure).isInstanceOf(UploadFailure.ContentRejected.class);
        assertThat(failure.reason().code()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uploaderAccountClosed", "uploaderAccountSuspended"})
    void aRejectionForTheAccountIsOneOfTheAccount(String reason) {
        assertThat(refused(inspect("rejected", null, reason))).isInstanceOf(UploadFailure.Auth.class);
    }

    @Test
    void aDeletedVideoIsRefused() {
        assertThat(refused(inspect("deleted", null, null)).reason().code()).isEqualTo("deleted");
    }

    @Test
    void aFailureWithoutAReasonIsOneAllTheSame() {
        assertThat(refused(inspect("failed", null, null)).reason().code()).isEqualTo("failed");
    }

    @Test
    void aVideoThatYouTubeShallPublishIsAskedForAgainThen() {
        assertThat(scheduled("private", NOW.plusSeconds(60))).isEqualTo(new Inspection.Scheduled(NOW.plusSeconds(60)));
    }

    @Test
    void aVideoThatYouTubeIsLateWithIsAskedForAgainSoon() {
        assertThat(scheduled("private", NOW.minusSeconds(1))).isEqualTo(new Inspection.Scheduled(NOW.plusSeconds(15)));
    }

    @Test
    void aVideoThatYouTubeIsMuchTooLateWithIsInDoubt() {
        assertThat(scheduled("private", NOW.minusSeconds(3600))).isInstanceOf(Inspection.Processing.class);
    }

    @Test
    void aVideoThatYouTubeHasPublishedIsLive() {
        assertThat(scheduled("public", NOW.minusSeconds(1))).isInstanceOf(Inspection.Live.class);
    }

    @Test
    void aProcessedDraftIsOneUntilItsOwnerShowsIt() {
        assertThat(drafted("processed", "private")).isEqualTo(new Inspection.Drafted(Optional.empty()));
        assertThat(drafted("processed", "unlisted")).isInstanceOf(Inspection.Live.class);
    }

    @Test
    void aDraftIsProcessedFirst() {
        assertThat(drafted("uploaded", "private")).isInstanceOf(Inspection.Processing.class);
    }

    @Test
    void aPrivateVideoThatWasToBeOneIsLive() {
        assertThat(shown("processed", "private", PublishMode.PUBLISH)).isInstanceOf(Inspection.Live.class);
    }

    private static Inspection drafted(String uploadStatus, String privacy) {
        return shown(uploadStatus, privacy, PublishMode.DRAFT);
    }

    private static Inspection shown(String uploadStatus, String privacy, PublishMode mode) {
        return of(new VideoResource.Status(privacy, null, null, null, uploadStatus, null, null), mode);
    }

    private static Inspection scheduled(String privacy, Instant publishAt) {
        VideoResource.Status status =
                new VideoResource.Status(privacy, publishAt.toString(), null, null, "processed", null, null);
        return of(status, PublishMode.PUBLISH);
    }

    private static UploadFailure refused(Inspection inspection) {
        assertThat(inspection).isInstanceOf(Inspection.Refused.class);
        return ((Inspection.Refused) inspection).failure();
    }

    private static Inspection inspect(String uploadStatus, String failureReason, String rejectionReason) {
        VideoResource.Status status =
                new VideoResource.Status("public", null, null, null, uploadStatus, failureReason, rejectionReason);
        return of(status, PublishMode.PUBLISH);
    }

    private static Inspection of(VideoResource.Status status, PublishMode mode) {
        VideoList videos = new VideoList(List.of(new VideoResource("abc", null, status)));
        return YouTubeInspection.of(videos, mode, "https://youtu.be/", NOW);
    }
}
