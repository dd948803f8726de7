package io.cliprelay.worker.account;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;

class TokenRefusalTest {

    private final ConnectedAccount account = new ConnectedAccount(
            UUID.randomUUID(),
            "default",
            "demo",
            Optional.empty(),
            Map.of(),
            new Seed(Optional.of("s3cret"), Optional.empty(), Optional.empty()));

    @ParameterizedTest
    @CsvSource({
        "invalid_grant, auth, invalid_grant",
        "invalid_request, auth, invalid_grant",
        "invalid_client, auth, invalid_client",
        "unauthorized_client, auth, invalid_client",
        "temporarily_unavailable, transient, token.unavailable"
    })
    void anAnswerOfTheTokenEndpointHasItsKind(String error, String category, String code) {
        UploadException refused =
                TokenRefusal.of(account, new IllegalStateException("{\"error\":\"" + error + "\",\"was\":\"s3cret\"}"));

        assertThat(refused.failure().category()).isEqualTo(category);
        assertThat(refused.failure().reason().code()).isEqualTo(code);
    }

    @Test
    void aTokenThatIsRefusedInExchangeForANewOneIsNotFetchedAnew() {
        UploadFailure.Auth revoked =
                new UploadFailure.Auth(new UploadFailure.Reason("190", "Revoked", "Connect again."));

        UploadException refused = TokenRefusal.of(account, UploadException.tokenRefused(revoked));

        assertThat(refused.failure()).isEqualTo(revoked);
        assertThat(refused.tokenRefused()).isFalse();
    }

    @Test
    void aFailedRefreshNeverShowsTheRefreshToken() {
        UploadException refused = TokenRefusal.of(account, new IllegalStateException("invalid_grant for s3cret"));

        assertThat(refused).asString().doesNotContain("s3cret");
        assertThat(refused.failure()).asString().doesNotContain("s3cret");
        assertThat(refused.getCause()).isNull();
        assertThat(account).asString().doesNotContain("s3cret");
    }
}
