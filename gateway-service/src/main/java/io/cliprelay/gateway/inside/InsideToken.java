package io.cliprelay.gateway.inside;

import java.net.URI;
import java.util.Comparator;
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

    /** A gateway without a key could never ask; nor one that cannot tell where it asks. */
    void check(@Observes StartupEvent starting) {
        services.forEach(InsideToken::requirePlace);
        services.keySet().forEach(tokens::mint);
    }

    @Override
    public void filter(ClientRequestContext request) {
        service(services, request.getUri()).ifPresent(name -> request.getHeaders()
                .putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.mint(name)));
    }

    /** Whose address that is, by the longest path where several share a place; empty for all others, who get no token. */
    static Optional<String> service(Map<String, URI> services, URI asked) {
        return services.entrySet().stream()
                .filter(service -> contains(service.getValue(), asked))
                .max(Comparator.comparingInt(
                        service -> folder(service.getValue()).length()))
                .map(Map.Entry::getKey);
    }

    static void requirePlace(String name, URI place) {
        if (place.getScheme() == null || place.getHost() == null) {
            throw new IllegalStateException(
                    "cliprelay.inside.services.%s is %s, which names no host: use http://host:port, with letters, digits and hyphens in the host."
                            .formatted(name, place));
        }
    }

    private static boolean contains(URI service, URI asked) {
        return service.getScheme().equalsIgnoreCase(asked.getScheme())
                && service.getHost().equalsIgnoreCase(asked.getHost())
                && service.getPort() == asked.getPort()
                && folder(asked).startsWith(folder(service));
    }

    /** The path with a slash at its end, so that {@code /ab} is not in {@code /a}. */
    private static String folder(URI place) {
        String path = Optional.ofNullable(place.getRawPath()).orElse("");
        return path.endsWith("/") ? path : path + "/";
    }
}
