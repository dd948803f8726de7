package io.cliprelay.youtube;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.cliprelay.contracts.upload.UploadFailure;

import static org.assertj.core.api.Assertions.assertThat;

class YouTubeErrorsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final String PER_DAY =
            "Quota exceeded for quota metric 'Video Uploads' and limit 'Video Uploads per day' of service 'youtube'";

    @ParameterizedTest
    @CsvSource({
        "400, invalidTitle, invalid-input",
        "400, invalidDescription, invalid-input",
        "400, invalidTags, invalid-input",
        "400, invalidCategoryId, invalid-input",
        "400, invalidPublishAt, invalid-input",
        "400, invalidFilename, invalid-input",
        "400, invalidRecordingDetails, invalid-input",
        "400, invalidVideoGameRating, invalid-input",
        "400, invalidVideoMetadata, invalid-input",
        "400, defaultLanguageNotSet, invalid-input",
        "400, mediaBodyRequired, invalid-input",
        "400, badRequest, invalid-input",
        "400, uploadLimitExceeded, quota-exhausted",
        "401, authError, auth",
        "401, authorizationRequired, auth",
        "401, expired, auth",
        "401, youtubeSignupRequired, auth",
        "403, quotaExceeded, quota-exhausted",
        "403, dailyLimitExceeded, quota-exhausted",
        "429, rateLimitExceeded, rate-limited",
        "403, rateLimitExceeded, rate-limited",
        "403, userRateLimitExceeded, rate-limited",
        "429, uploadRateLimitExceeded, rate-limited",
        "403, forbidden, auth",
        "403, forbiddenPrivacySetting, invalid-input",
        "403, forbiddenLicenseSetting, invalid-input",
        "403, insufficientPermissions, auth",
        "403, accessNotConfigured, rate-limited",
        "403, channelSuspended, auth",
        "403, channelClosed, auth",
        "403, authenticatedUserAccountSuspended, auth",
        "403, authenticatedUserAccountClosed, auth",
        "403, accountDelegationForbidden, auth",
        "404, notFound, unknown",
        "404, videoNotFound, unknown",
        "409, conflict, transient",
        "409, duplicate, transient",
        "409, alreadyExists, transient",
        "413, uploadTooLarge, content-rejected",
        "500, internalError, transient",
        "503, backendError, transient"
    })
    void aReasonHasItsCategoryAndIsToldVerbatim(int status, String reason, String category) {
        UploadFailure failure = failure(status, body(status, reason, "Some text"));

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.reason().code()).isEqualTo(reason);
        assertThat(failure.reason().message()).contains("Some text", String.valueOf(status));
        assertThat(failure.reason().fix()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429})
    void aRateLimitOfTheDayLastsUntilPacificMidnight(int status) {
        assertThat(failure(status, body(status, "rateLimitExceeded", PER_DAY)))
                .isInstanceOfSatisfying(UploadFailure.QuotaExhausted.class, quota -> assertThat(quota.until())
                        .isEqualTo("2026-11-23T08:00:00Z"));
    }

    @Test
    void theUnitOfAQuotaTellsADaysQuotaToo() {
        String body = """
                {"error":{"code":429,"message":"Quota exceeded","errors":[{"reason":"rateLimitExceeded"}],
                "details":[{"reason":"RATE_LIMIT_EXCEEDED","metadata":{"quota_unit":"1/d/{project}"}}]}}""";

        assertThat(failure(429, body)).isInstanceOf(UploadFailure.QuotaExhausted.class);
    }

    @Test
    void theLimitOfAChannelLastsADay() {
        assertThat(failure(400, body(400, "uploadLimitExceeded", "too many")))
                .isInstanceOfSatisfying(UploadFailure.QuotaExhausted.class, quota -> assertThat(quota.until())
                        .isEqualTo(NOW.plus(Duration.ofHours(24))));
    }

    @ParameterizedTest
    @CsvSource({
        // Winter: eight hours behind UTC.
        "2026-01-15T07:59:59Z, 2026-01-15T08:00:00Z",
        "2026-01-15T08:00:00Z, 2026-01-16T08:00:00Z",
        // Summer: seven.
        "2026-07-15T12:00:00Z, 2026-07-16T07:00:00Z",
        // The days on which the clocks change.
        "2026-03-08T09:00:00Z, 2026-03-09T07:00:00Z",
        "2026-11-01T08:00:00Z, 2026-11-02T08:00:00Z"
    })
    void midnightIsThatOfCalifornia(Instant now, Instant midnight) {
        assertThat(YouTubeErrors.nextPacificMidnight(now)).isEqualTo(midnight);
    }

    @ParameterizedTest
    @CsvSource({"120, 2026-11-22T20:02:00Z", "'Sun, 22 Nov 2026 20:05:00 GMT', 2026-11-22T20:05:00Z"})
    void retryAfterIsObeyed(String retryAfter, Instant until) {
        assertThat(YouTubeErrors.failure(503, "", Optional.of(retryAfter), NOW))
                .isInstanceOfSatisfying(UploadFailure.RateLimited.class, limited -> assertThat(limited.until())
                        .contains(until));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "99999999999999999999"})
    void aRetryAfterThatSaysNothingIsNone(String retryAfter) {
        assertThat(YouTubeErrors.failure(429, "", Optional.of(retryAfter), NOW))
                .isInstanceOfSatisfying(UploadFailure.RateLimited.class, limited -> assertThat(limited.until())
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>502 Bad Gateway</html>", "", "null", "[]", "{}", "{\"error\":\"text\"}"})
    void aBodyOfAnotherKindIsJudgedByItsStatus(String body) {
        UploadFailure failure = failure(502, body);

        assertThat(failure).isInstanceOf(UploadFailure.Transient.class);
        assertThat(failure.reason().code()).isEqualTo("http.502");
    }

    @Test
    void theAddressOfASessionIsNotInAMessage() {
        Exception timeout =
                new Exception("The timeout of 30000ms while executing PUT /upload/videos?upload_id=secret for x");

        assertThat(YouTubeErrors.noAnswer(timeout).reason().message()).doesNotContain("secret");
    }

    @Test
    void onlyAnAccountWithoutAChannelIsNotHelpedByANewToken() {
        assertThat(YouTubeErrors.newTokenMayHelp(failure(401, body(401, "authError", "Invalid Credentials"))))
                .isTrue();
        assertThat(YouTubeErrors.newTokenMayHelp(failure(401, body(401, "youtubeSignupRequired", "Unauthorized"))))
                .isFalse();
    }

    private static UploadFailure failure(int status, String body) {
        return YouTubeErrors.failure(status, body, Optional.empty(), NOW);
    }

    private static String body(int status, String reason, String message) {
        return """
                {"error":{"code":%d,"message":"%s","errors":[{"message":"%s","domain":"global","reason":"%s"}]}}""".formatted(status, message, message, reason);
    }
}
