package io.cliprelay.sandbox.instagram;

import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

import io.cliprelay.sandbox.traffic.Tallies;

/** Long-lived tokens for tokens: {@code ig_refresh_token} and {@code fb_exchange_token}. */
@Singleton
class TokenCalls implements GraphCall {

    private final Tokens tokens;
    private final Tallies tallies;

    TokenCalls(Tokens tokens, Tallies tallies) {
        this.tokens = tokens;
        this.tallies = tallies;
    }

    @Override
    public String operation(GraphRequest request) {
        return Instagram.TOKEN;
    }

    @Override
    public Optional<String> title(GraphRequest request) {
        return Optional.empty();
    }

    @Override
    public JsonNode serve(GraphRequest request) {
        JsonNode granted = granted(request);
        tallies.of(Instagram.ID).tokenRefreshed();
        return granted;
    }

    private JsonNode granted(GraphRequest request) {
        String expected = request.login() == Login.INSTAGRAM ? "ig_refresh_token" : "fb_exchange_token";
        if (!request.require("grant_type").equals(expected)) {
            throw GraphRefusal.of("100", "(#100) grant_type must be " + expected);
        }
        return switch (request.login()) {
            case INSTAGRAM -> tokens.refresh(request.require("access_token"));
            case FACEBOOK ->
                tokens.exchange(
                        request.parameter("client_id"),
                        request.parameter("client_secret"),
                        request.require("fb_exchange_token"));
        };
    }
}
