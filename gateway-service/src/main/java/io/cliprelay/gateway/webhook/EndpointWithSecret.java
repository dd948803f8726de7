package io.cliprelay.gateway.webhook;

import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An endpoint as its owner sees it when its secret is new, this once.
 *
 * @param secret what messages are signed with ({@code whsec_...}); it cannot be seen again
 */
@Schema(name = "WebhookEndpointWithSecret")
public record EndpointWithSecret(Endpoint endpoint, String secret) {

    public EndpointWithSecret {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(secret, "secret");
    }

    @Override
    public String toString() {
        return "EndpointWithSecret[" + endpoint.id() + "]";
    }
}
