package io.cliprelay.gateway.webhook;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.problem.FieldError;

/** What tenants may do with their endpoints. Fails with a problem where it cannot be done. */
@ApplicationScoped
class Webhooks {

    private final Endpoints endpoints;
    private final DeliveryLog log;
    private final Dispatcher dispatcher;
    private final WebhookConfig config;
    private final TargetUrl targets;
    private final InstantSource clock;

    Webhooks(Endpoints endpoints, DeliveryLog log, Dispatcher dispatcher, WebhookConfig config, InstantSource clock) {
        this.endpoints = endpoints;
        this.log = log;
        this.dispatcher = dispatcher;
        this.config = config;
        this.targets = new TargetUrl(config.allowedHosts().orElse(Set.of()));
        this.clock = clock;
    }

    Uni<EndpointWithSecret> add(String tenant, EndpointRequest request) {
        refuse(request.errorsOfNew(targets));
        SigningSecret secret = SigningSecret.random();
        return endpoints
                .add(tenant, request, secret, config.endpointsPerTenant())
                .map(added -> added.orElseThrow(() -> WebhookProblems.tooMany(config.endpointsPerTenant())))
                .map(added -> new EndpointWithSecret(added, secret.text()));
    }

    Uni<List<Endpoint>> all(String tenant) {
        return endpoints.of(tenant);
    }

    Uni<Endpoint> find(String tenant, String id) {
        return there(id, endpointId -> endpoints.find(tenant, endpointId));
    }

    Uni<Endpoint> change(String tenant, String id, EndpointRequest request) {
        refuse(request.errors(targets));
        return there(id, endpointId -> endpoints.change(tenant, endpointId, request))
                .invoke(dispatcher::wake);
    }

    Uni<EndpointWithSecret> rotate(String tenant, String id) {
        SigningSecret secret = SigningSecret.random();
        return there(id, endpointId -> endpoints.rotate(tenant, endpointId, secret, config.overlap()))
                .map(endpoint -> new EndpointWithSecret(endpoint, secret.text()));
    }

    Uni<Void> remove(String tenant, String id) {
        return endpoints
                .remove(tenant, WebhookProblems.endpointId(id))
                .onItem()
                .transformToUni(removed -> removed
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(WebhookProblems.noSuchEndpoint(id)));
    }

    /** Has an event of the type {@code webhook.test} sent; its id. */
    Uni<String> test(String tenant, String id) {
        String eventId = "msg_" + UUID.randomUUID();
        String body = EventJson.encode(Map.of(
                "type",
                DeliveryLog.TEST_EVENT,
                "timestamp",
                clock.instant().toString(),
                "data",
                Map.of("message", "Cliprelay can reach you.")));
        return find(tenant, id)
                .chain(endpoint -> log.test(endpoint.id(), eventId, body))
                .invoke(sent -> requireSent(sent, id))
                .replaceWith(eventId);
    }

    Uni<List<Delivery>> deliveries(String tenant, String id, long before, int limit) {
        return find(tenant, id).chain(endpoint -> log.page(endpoint.id(), before, limit));
    }

    /** Has events delivered again, with their old ids; how many. */
    Uni<Integer> replay(String tenant, String id, ReplayRequest request) {
        refuse(request.errors());
        return find(tenant, id).chain(endpoint -> request.eventId()
                .map(eventId -> log.again(endpoint.id(), eventId))
                .orElseGet(() -> log.again(
                        endpoint.id(),
                        request.from().orElseThrow(),
                        request.to().orElseGet(clock::instant))));
    }

    /** Has sent at once what is due; to be called when it is committed. */
    void send() {
        dispatcher.wake();
    }

    private static Uni<Endpoint> there(String id, Function<UUID, Uni<Optional<Endpoint>>> wanted) {
        return wanted.apply(WebhookProblems.endpointId(id))
                .map(found -> found.orElseThrow(() -> WebhookProblems.noSuchEndpoint(id)));
    }

    private static void requireSent(boolean sent, String id) {
        if (!sent) {
            throw WebhookProblems.paused(id);
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw WebhookProblems.invalid(errors);
        }
    }
}
