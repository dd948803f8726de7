package io.cliprelay.cli.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the gateway knows of API keys; fails as {@link GatewayClient} does. */
public record KeyCalls(GatewayClient gateway) {

    private static final String PATH = "/v1/keys";

    /** What a new key is to be. */
    public record Wish(String name, String mode, List<String> scopes, Optional<Instant> expiresAt) {
        public Wish {
            scopes = List.copyOf(scopes);
        }
    }

    /** A new key with its secret, which is told this once. */
    public record Made(KeyView key, String secret) {}

    private record Page(List<KeyView> items) {
        private Page {
            items = List.copyOf(items);
        }
    }

    public Made make(Wish wish) {
        return gateway.post(PATH, wish, Made.class);
    }

    public List<KeyView> all() {
        return gateway.read(gateway.request(PATH).build(), Page.class).items();
    }

    public void revoke(UUID id) {
        gateway.answer(gateway.request(PATH + "/" + id).DELETE().build());
    }
}
