package io.cliprelay.tiktok;

import java.time.Instant;
import java.util.Optional;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.tiktok.wire.PublishStatus;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ReplyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

    @Test
    void theErrorCodeAndNotTheStatusSaysWhetherACallWasCarriedOut() {
        Reply done = reply(200, "{\"data\":{\"status\":\"FAILED\"},\"error\":{\"code\":\"ok\",\"message\":\"\"}}");
        Reply refused = reply(200, error("spam_risk_too_many_posts"));

        assertThat(done.as(PublishStatus.class, NOW).status()).isEqualTo("FAILED");
        assertThat(failure(refused).failure()).isInstanceOf(UploadFailure.QuotaExhausted.class);
        assertThat(failure(refused).effectPossible()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "401, access_token_invalid, false, true",
        "401, scope_not_authorized, false, false",
        "400, invalid_param, false, false",
        "429, rate_limit_exceeded, false, false",
        "500, internal_error, true, false"
    })
    void onlyAServersErrorLeavesOpenWhatHappenedAndOnlyADeadTokenIsRenewed(
            int status, String code, boolean open, boolean renewed) {
        UploadException failure = failure(reply(status, error(code)));

        assertThat(failure.effectPossible()).isEqualTo(open);
        assertThat(failure.tokenRefused()).isEqualTo(renewed);
    }

    @ParameterizedTest
    @CsvSource({
        "502, <html>Bad Gateway</html>, true",
        "200, <html>Hello</html>, true",
        "404, '', false",
        "200, null, true"
    })
    void anAnswerOfSomebodyElsesIsJudgedByItsStatus(int status, String body, boolean open) {
        assertThat(failure(reply(status, body)).effectPossible()).isEqualTo(open);
    }

    @Test
    void theLogIdIsToldForTikToksSupport() {
        assertThat(failure(reply(400, error("invalid_param"))).getMessage()).contains("20261122A");
    }

    @Test
    void aPauseThatIsAskedForIsObeyed() {
        Reply limited =
                Reply.of(ResponseBuilder.create(RestResponse.Status.TOO_MANY_REQUESTS, error("rate_limit_exceeded"))
                        .header("Retry-After", "7")
                        .build());

        assertThat(failure(limited).failure())
                .isInstanceOfSatisfying(UploadFailure.RateLimited.class, pause -> assertThat(pause.until())
                        .isEqualTo(Optional.of(NOW.plusSeconds(7))));
    }

    private static UploadException failure(Reply reply) {
        return catchThrowableOfType(UploadException.class, () -> reply.as(PublishStatus.class, NOW));
    }

    private static Reply reply(int status, String body) {
        return Reply.of(ResponseBuilder.create(RestResponse.Status.fromStatusCode(status), body)
                .build());
    }

    private static String error(String code) {
        return """
                {"data":{},"error":{"code":"%s","message":"Some text","log_id":"20261122A"}}""".formatted(code);
    }
}
