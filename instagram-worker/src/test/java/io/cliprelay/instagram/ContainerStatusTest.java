package io.cliprelay.instagram;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.instagram.wire.ContainerState;
import io.cliprelay.worker.spi.RemoteHandle;
import io.cliprelay.worker.spi.SessionStatus;

import static org.assertj.core.api.Assertions.assertThat;

class ContainerStatusTest {

    private static final Instant OPENED = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant NOW = OPENED.plusSeconds(90);
    private static final long TOTAL = 1000;

    private final RemoteHandle bytes =
            new RemoteHandle("17889 https://rupload.facebook.com/ig-api-upload/v25.0/17889", OPENED);
    private final RemoteHandle fetched = new RemoteHandle("17889", OPENED);

    @Test
    void aContainerThatLacksBytesWaitsForThem() {
        assertThat(status("""
                        {"status_code":"IN_PROGRESS","video_status":{"uploading_phase":{"status":"in_progress","bytes_transferred":400}}}""", bytes)).isEqualTo(new SessionStatus.Open(400, Optional.empty()));
    }

    @Test
    void theOtherSpellingOfItsBytesCounts() {
        assertThat(status("""
                        {"status_code":"IN_PROGRESS","video_status":{"uploading_phase":{"bytes_transfered":400}}}""", bytes)).isEqualTo(new SessionStatus.Open(400, Optional.empty()));
    }

    @Test
    void aContainerWithAllBytesIsPrepared() {
        var preparing = new SessionStatus.Preparing(Optional.empty());
        assertThat(status("""
                        {"status_code":"IN_PROGRESS","video_status":{"uploading_phase":{"status":"in_progress","bytes_transferred":1000}}}""", bytes)).isEqualTo(preparing);
        assertThat(status("""
                        {"status_code":"IN_PROGRESS","video_status":{"uploading_phase":{"status":"complete"}}}""", bytes)).isEqualTo(preparing);
    }

    @Test
    void aContainerThatFetchesItsVideoNeverWaitsForBytes() {
        assertThat(status("{\"status_code\":\"IN_PROGRESS\"}", fetched)).isInstanceOf(SessionStatus.Preparing.class);
        assertThat(status("{\"status_code\":\"SOMETHING_NEW\"}", fetched)).isInstanceOf(SessionStatus.Preparing.class);
    }

    @Test
    void aFinishedContainerIsReadyForTwentyFourHours() {
        assertThat(status("{\"status_code\":\"FINISHED\"}", bytes))
                .isEqualTo(new SessionStatus.Ready(Optional.of(Instant.parse("2026-11-23T12:00:00Z"))));
    }

    @Test
    void aPublishedContainerIsAPostWhoseIdIsNotKnownYet() {
        SessionStatus status = status("{\"status_code\":\"PUBLISHED\"}", bytes);

        assertThat(status).isInstanceOfSatisfying(SessionStatus.Completed.class, completed -> assertThat(
                        UnnamedPost.of(completed.postId()))
                .hasValue(new UnnamedPost("17889", OPENED, NOW)));
    }

    @Test
    void anExpiredContainerProvesThatNothingWasPublished() {
        assertThat(status("{\"status_code\":\"EXPIRED\"}", bytes))
                .isInstanceOfSatisfying(SessionStatus.Failed.class, failed -> assertThat(failed.failure())
                        .isInstanceOf(UploadFailure.Transient.class));
    }

    @Test
    void aFailedContainerSaysWhy() {
        assertThat(status("{\"status_code\":\"ERROR\",\"status\":\"Error: ... error code 2207026\"}", bytes))
                .isInstanceOfSatisfying(SessionStatus.Failed.class, failed -> assertThat(failed.failure())
                        .isInstanceOf(UploadFailure.InvalidInput.class));
    }

    private static SessionStatus status(String json, RemoteHandle handle) {
        try {
            return ContainerStatus.of(new ObjectMapper().readValue(json, ContainerState.class), handle, TOTAL, NOW);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
