package io.cliprelay.gateway.inside;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

import io.quarkus.runtime.StartupEvent;

import io.cliprelay.kit.token.ServiceTokens;

/** Gives each request to a service behind the gateway a token for that service, whichever client sends it. */
@Provider
@ApplicationScoped
public class InsideToken implements ClientRequestFilter {

    private final Map<String, URI> services;
    private final ServiceTokens tokens;

    InsideToken(InsideConfig config, ServiceTokens tokens) {
        this.services = Map.copyOf(config.services());
        this.tokens = tokens;
    }

    /** A gateway without a key could never ask. */
    void check(@Observes StartupEvent starting) {
        services.keySet().forEach(tokens::mint);
    }

    @Override
    public void filter(ClientRequestContext request) {
        service(request.getUri()).ifPresent(name -> request.getHeaders()
                .putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.mint(name)));
    }

    /** Whose address that is; empty for all others, who get no token. */
    private Optional<String> service(URI asked) {
        return services.entrySet().stream()
                .filter(service -> samePlace(service.getValue(), asked))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static boolean samePlace(URI service, URI asked) {
        return service.getScheme().equals(asked.getScheme())
                && service.getHost().equalsIgnoreCase(asked.getHost())
                && service.getPort() == asked.getPort();
    }
}
