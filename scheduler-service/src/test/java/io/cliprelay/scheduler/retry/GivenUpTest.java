package io.cliprelay.scheduler.retry;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.contracts.upload.UploadFailure.Reason;

import static org.assertj.core.api.Assertions.assertThat;

class GivenUpTest {

    private static final Reason REASON = new Reason("http.503", "It answered 503", "Nothing to do: it is tried again.");
    private static final Instant LATER = Instant.parse("2026-12-01T18:00:00Z");

    static Stream<UploadFailure> passing() {
        return Stream.of(
                new UploadFailure.Transient(REASON),
                new UploadFailure.Unknown(REASON),
                new UploadFailure.RateLimited(REASON, Optional.of(LATER)),
                new UploadFailure.QuotaExhausted(REASON, LATER));
    }

    static Stream<UploadFailure> lasting() {
        return Stream.of(
                new UploadFailure.Auth(REASON),
                new UploadFailure.InvalidInput(REASON),
                new UploadFailure.ContentRejected(REASON));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatWasTriedOftenEnoughIsNotSaidToBeTriedAgain(UploadFailure failure) {
        UploadFailure last = GivenUp.after(failure, 3);

        assertThat(last).hasSameClassAs(failure);
        assertThat(last.category()).isEqualTo(failure.category());
        assertThat(last.reason().code()).isEqualTo(REASON.code());
        assertThat(last.reason().message()).isEqualTo(REASON.message());
        assertThat(last.reason().fix()).contains("given up after attempt 3").contains("retry");
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatIsWrongWithTheUploadStaysAsItWasSaid(UploadFailure failure) {
        assertThat(GivenUp.after(failure, 1)).isEqualTo(failure);
    }
}
