package io.cliprelay.tiktok;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.tiktok.wire.PublishStatus;
import io.cliprelay.worker.spi.Inspection;
import io.cliprelay.worker.spi.SessionStatus;

import static org.assertj.core.api.Assertions.assertThat;

class StandingTest {

    private static final String PUBLISH_ID = "v_pub_file~v2-1.123456789";
    private static final ChunkPlan PLAN = new ChunkPlan(25_000_000, 10_000_000, 2);
    private static final Permalinks LINKS = new Permalinks("https://www.tiktok.com/@", Optional.of("tiktok"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"publicaly_available_post_id\":[7301234567890123456]",
                "\"publicaly_available_post_id\":7301234567890123456",
                "\"publicaly_available_post_id\":[\"7301234567890123456\",\"7301234567890123457\"]",
                "\"publicaly_available_post_id\":\"7301234567890123456\"",
                "\"publicly_available_post_id\":[7301234567890123456]"
            })
    void theIdOfAPublicPostIsReadInEveryFormToTheLastDigit(String field) {
        assertThat(standing("{\"status\":\"PUBLISH_COMPLETE\"," + field + "}").inspection(PUBLISH_ID, LINKS))
                .isEqualTo(new Inspection.Live(
                        "7301234567890123456", URI.create("https://www.tiktok.com/@tiktok/video/7301234567890123456")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"publicaly_available_post_id\":[]", ",\"publicaly_available_post_id\":null"})
    void aPostWithoutAnIdIsLiveUnderThePublicationsAndLinksToTheCreator(String field) {
        assertThat(standing("{\"status\":\"PUBLISH_COMPLETE\"" + field + "}").inspection(PUBLISH_ID, LINKS))
                .isEqualTo(new Inspection.Live(PUBLISH_ID, URI.create("https://www.tiktok.com/@tiktok")));
    }

    @Test
    void aCreatorWithoutANameLinksToTheFrontPage() {
        assertThat(new Permalinks("https://www.tiktok.com/@", Optional.empty()).to(Optional.of("73")))
                .hasToString("https://www.tiktok.com/");
    }

    @Test
    void processingIsOverOnlyWhenTikTokSaysSo() {
        Standing all = standing("{\"status\":\"PROCESSING_UPLOAD\",\"uploaded_bytes\":25000000}");

        assertThat(all.session(PUBLISH_ID, PLAN)).isEqualTo(new SessionStatus.Completed(PUBLISH_ID));
        assertThat(all.inspection(PUBLISH_ID, LINKS)).isEqualTo(new Inspection.Processing());
    }

    @Test
    void missingBytesAreSentFromTheStartOfTheirChunk() {
        assertThat(open(0)).isZero();
        assertThat(open(9_999_999)).isZero();
        assertThat(open(10_000_000)).isEqualTo(10_000_000);
        assertThat(open(24_999_999)).isEqualTo(10_000_000);
    }

    private static long open(long uploaded) {
        SessionStatus status = standing("{\"status\":\"PROCESSING_UPLOAD\",\"uploaded_bytes\":%d}".formatted(uploaded))
                .session(PUBLISH_ID, PLAN);
        return ((SessionStatus.Open) status).offset();
    }

    @Test
    void aDraftIsInTheInboxUntilItsOwnerPostsIt() {
        Standing draft = standing("{\"status\":\"SEND_TO_USER_INBOX\"}");

        assertThat(draft.session(PUBLISH_ID, PLAN)).isEqualTo(new SessionStatus.Completed(PUBLISH_ID));
        assertThat(draft.inspection(PUBLISH_ID, LINKS)).isEqualTo(new Inspection.Drafted(Optional.empty()));
    }

    @Test
    void aFailureSaysThatNothingWasPosted() {
        Standing failed = standing("{\"status\":\"FAILED\",\"fail_reason\":\"spam_risk\",\"uploaded_bytes\":25000000}");

        assertThat(failed.session(PUBLISH_ID, PLAN))
                .isInstanceOfSatisfying(SessionStatus.Failed.class, end -> assertThat(end.failure())
                        .isInstanceOf(UploadFailure.ContentRejected.class));
        assertThat(failed.inspection(PUBLISH_ID, LINKS)).isInstanceOf(Inspection.Refused.class);
    }

    @Test
    void aStatusThatNobodyKnowsIsWaitedFor() {
        assertThat(standing("{\"status\":\"PROCESSING_SOMETHING\"}").inspection(PUBLISH_ID, LINKS))
                .isEqualTo(new Inspection.Processing());
    }

    private static Standing standing(String json) {
        try {
            return Standing.of(new ObjectMapper().readValue(json, PublishStatus.class), Instant.EPOCH);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
