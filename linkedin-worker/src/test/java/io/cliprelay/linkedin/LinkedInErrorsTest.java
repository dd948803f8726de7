package io.cliprelay.linkedin;

import java.time.Instant;

import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;

class LinkedInErrorsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_VIDEO_ID, transient",
        "400, INVALID_URN_TYPE, invalid-input",
        "400, INVALID_URN_ID, invalid-input",
        "400, EXPIRED_UPLOAD_URL, transient",
        "400, MEDIA_ASSET_WAITING_UPLOAD, transient",
        "400, MEDIA_ASSET_PROCESSING_FAILED, content-rejected",
        "400, UPDATING_ASSET_FAILED, transient",
        "400, MISSING_FIELD, invalid-input",
        "400, INVALID_VALUE_FOR_FIELD, invalid-input",
        "400, FIELD_LENGTH_TOO_LONG, invalid-input",
        "400, INVALID_VALUE_BLANK_FIELD, invalid-input",
        "400, ILLEGAL_ARGUMENT, invalid-input",
        "400, VERSION_MISSING, rate-limited",
        "401, INVALID_ACCESS_TOKEN, auth",
        "401, REVOKED_ACCESS_TOKEN, auth",
        "401, EXPIRED_ACCESS_TOKEN, auth",
        "401, EMPTY_ACCESS_TOKEN, auth",
        "403, ACCESS_DENIED, auth",
        "404, NOT_FOUND, unknown",
        "409, CONFLICT, transient",
        "426, NONEXISTENT_VERSION, rate-limited",
        "429, TOO_MANY_REQUESTS, rate-limited",
        "500, INTERNAL_SERVER_ERROR, transient"
    })
    void aCodeHasItsCategoryAndIsToldVerbatim(int status, String code, String category) {
        UploadFailure failure = failure(
                        status, "{\"status\":%d,\"code\":\"%s\",\"message\":\"Some text\"}".formatted(status, code))
                .failure();

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.reason().code()).isEqualTo(code);
        assertThat(failure.reason().message()).contains("Some text");
        assertThat(failure.reason().fix()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "400, unknown",
        "403, auth",
        "404, unknown",
        "408, transient",
        "409, transient",
        "411, invalid-input",
        "413, content-rejected",
        "415, invalid-input",
        "422, invalid-input",
        "426, rate-limited",
        "500, transient",
        "502, transient",
        "503, transient",
        "504, transient"
    })
    void anAnswerWithoutACodeHasItsCategoryByItsStatus(int status, String category) {
        assertThat(failure(status, "<html>").failure().category()).isEqualTo(category);
        assertThat(failure(status, "<html>").failure().reason().code()).isEqualTo("http." + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 500, 502, 503, 504})
    void someAnswersLeaveOpenWhatHappened(int status) {
        assertThat(failure(status, "{}").effectPossible()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 411, 413, 415, 422, 426, 429})
    void theOthersSayThatNothingHappened(int status) {
        assertThat(failure(status, "{}").effectPossible()).isFalse();
    }

    @Test
    void anActivityThatCannotBeObtainedLeavesOpenWhatHappened() {
        UploadException failure = failure(400, "{\"message\":\"Unable to obtain activity\"}");

        assertThat(failure.effectPossible()).isTrue();
        assertThat(failure.failure()).isInstanceOf(UploadFailure.Transient.class);
    }

    @Test
    void aDeadTokenIsToBeRenewed() {
        assertThat(failure(401, "{\"serviceErrorCode\":65600}").tokenRefused()).isTrue();
    }

    @Test
    void onlyARevokedTokenMayBeAFreshOne() {
        assertThat(reply(401, "{\"serviceErrorCode\":65601}").mayBeFreshToken()).isTrue();
        assertThat(reply(401, "{\"serviceErrorCode\":65600}").mayBeFreshToken()).isFalse();
    }

    @Test
    void aThrottleEndsSoonAndADayThatIsUsedUpAtMidnight() {
        String body = "{\"message\":\"Resource level throttle limit for calls to this resource is reached.\"}";

        assertThat(reply(429, body).failure(NOW).failure()).isInstanceOf(UploadFailure.RateLimited.class);
        assertThat(reply(429, body).ofTheDay().failure(NOW).failure())
                .isInstanceOfSatisfying(UploadFailure.QuotaExhausted.class, quota -> assertThat(quota.until())
                        .isEqualTo("2026-11-23T00:00:00Z"));
    }

    @Test
    void aThrottleThatSpeaksOfTheDayIsTheDays() {
        String body =
                "{\"message\":\"Resource level throttle MEMBER DAY limit for calls to this resource is reached.\"}";

        assertThat(failure(429, body).failure()).isInstanceOf(UploadFailure.QuotaExhausted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Content is a duplicate of urn:li:share:7141,urn:li:share:7141",
        "com.linkedin.Some.Exception: Content is a duplicate of urn:li:ugcPost:99,urn:li:ugcPost:99"
    })
    void aDuplicateNamesTheFirstPost(String message, String urn) {
        Reply reply = reply(422, """
                {"message":"%s","status":422,"errorDetails":{"inputErrors":[{"code":"DUPLICATE_POST"}]}}""".formatted(message));

        assertThat(reply.duplicateOf()).contains(urn);
        assertThat(reply.failure(NOW).failure().reason().code()).isEqualTo("DUPLICATE_POST");
    }

    @Test
    void anotherComplaintAboutAPostIsNoDuplicate() {
        assertThat(reply(422, "{\"message\":\"ERROR :: /author :: field is required urn:li:share:1\"}")
                        .duplicateOf())
                .isEmpty();
    }

    @Test
    void aVideoThatWasNotProcessedIsRejected() {
        assertThat(LinkedInErrors.notProcessed("corrupt")).isInstanceOf(UploadFailure.ContentRejected.class);
    }

    @Test
    void aLostAnswerDoesNotTellTheAddressesKey() {
        var lost = new IllegalStateException("PUT https://www.linkedin.com/dms-uploads/x?sau=secret failed");

        assertThat(LinkedInErrors.noAnswer(lost).reason().message())
                .contains("dms-uploads/x failed")
                .doesNotContain("secret");
    }

    private static UploadException failure(int status, String body) {
        return reply(status, body).failure(NOW);
    }

    private static Reply reply(int status, String body) {
        return Reply.of(
                RestResponse.ResponseBuilder.<String>create(status).entity(body).build());
    }
}
