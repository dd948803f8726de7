package io.cliprelay.contracts.upload;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.UnreadableEventException;
import io.cliprelay.contracts.upload.UploadFailure.Reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UploadFailureTest {

    private static final Instant UNTIL = Instant.parse("2026-12-02T08:00:00Z");
    private static final Reason REASON = new Reason("quotaExceeded", "YouTube refused it.", "Wait.");

    static Stream<UploadFailure> failures() {
        return Stream.of(
                new UploadFailure.Transient(REASON),
                new UploadFailure.RateLimited(REASON, Optional.empty()),
                new UploadFailure.RateLimited(REASON, Optional.of(UNTIL)),
                new UploadFailure.QuotaExhausted(REASON, UNTIL),
                new UploadFailure.Auth(REASON),
                new UploadFailure.InvalidInput(REASON),
                new UploadFailure.ContentRejected(REASON),
                new UploadFailure.Unknown(REASON));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void comesBackAsItWas(UploadFailure failure) {
        assertThat(EventJson.decode(EventJson.encode(failure), UploadFailure.class))
                .isEqualTo(failure);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysItsCategoryOnTheWireOnceAndAsTheMethodDoes(UploadFailure failure) {
        assertThat(EventJson.encode(failure).split("\"category\"", -1)).hasSize(2);
        assertThat(EventJson.encode(failure)).startsWith("{\"category\":\"" + failure.category() + "\"");
    }

    @Test
    void ofAnUnknownCategoryIsUnreadable() {
        String json = EventJson.encode(new UploadFailure.Auth(REASON)).replace("auth", "cosmic-rays");

        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> EventJson.decode(json, UploadFailure.class))
                .withMessageContaining("cosmic-rays");
    }
}
