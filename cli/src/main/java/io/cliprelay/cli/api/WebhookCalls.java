package io.cliprelay.cli.api;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the gateway knows of webhooks; fails as {@link GatewayClient} does. */
public record WebhookCalls(GatewayClient gateway) {

    private static final String PATH = "/v1/webhooks";

    /** An endpoint as the gateway shows it. */
    public record Endpoint(UUID id, String url, List<String> types, boolean paused, Optional<String> pausedBecause) {
        public Endpoint {
            types = types == null ? List.of() : List.copyOf(types);
        }
    }

    /** A new endpoint, or one with a new secret, which is told this once. */
    public record WithSecret(Endpoint endpoint, String secret) {}

    /** One event on its way. */
    public record Delivery(
            String eventId, String type, String state, Optional<Instant> nextAttemptAt, List<Attempt> attempts) {
        public Delivery {
            attempts = attempts == null ? List.of() : List.copyOf(attempts);
        }
    }

    /** One try. */
    public record Attempt(Instant at, String result) {}

    private record Endpoints(List<Endpoint> items) {}

    private record Deliveries(List<Delivery> items) {}

    private record Sent(String eventId) {}

    private record Replayed(int deliveries) {}

    public WithSecret add(String url, List<String> types) {
        return gateway.post(PATH, Map.of("url", url, "types", types), WithSecret.class);
    }

    public List<Endpoint> all() {
        return gateway.read(gateway.request(PATH).build(), Endpoints.class).items();
    }

    public WithSecret rotate(UUID id) {
        return gateway.read(
                gateway.request(PATH + "/" + id + "/secret")
                        .POST(BodyPublishers.noBody())
                        .build(),
                WithSecret.class);
    }

    /** Has nothing sent there, or something again. */
    public void pause(UUID id, boolean paused) {
        gateway.answer(gateway.request(PATH + "/" + id)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"paused\":" + paused + "}"))
                .build());
    }

    public void remove(UUID id) {
        gateway.answer(gateway.request(PATH + "/" + id).DELETE().build());
    }

    /** Yields the event's id. */
    public String test(UUID id) {
        return gateway.read(
                        gateway.request(PATH + "/" + id + "/test")
                                .POST(BodyPublishers.noBody())
                                .build(),
                        Sent.class)
                .eventId();
    }

    /** The newest ones. */
    public List<Delivery> deliveries(UUID id) {
        return gateway.read(
                        gateway.request(PATH + "/" + id + "/deliveries?limit=50")
                                .build(),
                        Deliveries.class)
                .items();
    }

    /** Yields how many are delivered again. */
    public int replay(UUID id, Map<String, String> wish) {
        return gateway.post(PATH + "/" + id + "/replay", wish, Replayed.class).deliveries();
    }
}
