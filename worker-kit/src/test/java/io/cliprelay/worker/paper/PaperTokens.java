package io.cliprelay.worker.paper;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

/** A token endpoint that grants whatever is asked for. */
@Alternative
@Priority(1)
@ApplicationScoped
public class PaperTokens implements OidcClient {

    @Override
    public Uni<Tokens> getTokens(Map<String, String> additional) {
        long expires = Instant.now().plus(Duration.ofHours(1)).getEpochSecond();
        return Uni.createFrom().item(new Tokens("paper-token", expires, null, null, null, new JsonObject(), "default"));
    }

    @Override
    public Uni<Tokens> refreshTokens(String refreshToken, Map<String, String> additional) {
        return getTokens(additional);
    }

    @Override
    public Uni<Boolean> revokeAccessToken(String accessToken, Map<String, String> additional) {
        return Uni.createFrom().item(true);
    }

    @Override
    public void close() {}
}
