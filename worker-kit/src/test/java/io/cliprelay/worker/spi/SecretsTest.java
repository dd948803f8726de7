package io.cliprelay.worker.spi;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTest {

    @Test
    void aSessionsHandleNeverShows() {
        assertThat(new RemoteHandle("https://session?upload_id=s3cret", Instant.EPOCH))
                .asString()
                .doesNotContain("s3cret", "session");
    }

    @Test
    void anAccessTokenNeverShows() {
        assertThat(new AccessToken("s3cret")).asString().doesNotContain("s3cret");
    }
}
