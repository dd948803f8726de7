package io.cliprelay.gateway.bearer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.gateway.access.Doorkeeper;
import io.cliprelay.gateway.access.Identity;

/** Knows callers by tokens of the configured provider: Quarkus checks signature, issuer, audience and time. */
@ApplicationScoped
class BearerTokens implements Doorkeeper {

    private static final int PARTS = 3;

    private final BearerConfig config;
    private final CurrentIdentityAssociation request;

    BearerTokens(BearerConfig config, CurrentIdentityAssociation request) {
        this.config = config;
        this.request = request;
    }

    @Override
    public boolean closesTheDoor() {
        return config.enabled();
    }

    /** The token is the request's own, which Quarkus reads from it. */
    @Override
    public Uni<Optional<Identity>> identify(String token) {
        return config.enabled() && token.split("\\.", -1).length == PARTS
                ? request.getDeferredIdentity()
                        .map(this::identity)
                        .onFailure(AuthenticationFailedException.class)
                        .recoverWithItem(Optional.empty())
                : Uni.createFrom().item(Optional.empty());
    }

    private Optional<Identity> identity(SecurityIdentity proved) {
        return Optional.ofNullable(proved.getCredential(AccessTokenCredential.class))
                .map(credential -> claims(credential.getToken()))
                .flatMap(claims -> claims.identity(config));
    }

    private static Claims claims(String token) {
        String payload = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        return new Claims(EventJson.decode(payload, JsonNode.class));
    }
}
