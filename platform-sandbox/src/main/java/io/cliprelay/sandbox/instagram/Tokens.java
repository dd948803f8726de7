package io.cliprelay.sandbox.instagram;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Long-lived access tokens and whom they open; there are no refresh tokens here. Safe for all threads. */
@Singleton
class Tokens {

    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final InstagramConfig config;
    private final SettingsInForce settings;

    /** A token that was given; seeds of the configuration count as given two days before the start. */
    private record Token(Account account, Instant givenAt, Instant expiresAt) {}

    Tokens(InstagramConfig config, SettingsInForce settings) {
        this.config = config;
        this.settings = settings;
        reset();
    }

    /** Only what the configuration seeds is left. */
    final void reset() {
        tokens.clear();
        config.accounts()
                .forEach((name, account) ->
                        seed(account.accessToken(), new Account(name, account.id(), account.login())));
    }

    /** A token that counts as given two days ago, and so is old enough for everything. */
    final void seed(String token, Account account) {
        Instant given = settings.now().minus(Duration.ofDays(2));
        tokens.put(
                token, new Token(account, given, given.plus(settings.current().tokenLifetime())));
    }

    /**
     * The account that a token opens by this login.
     *
     * @throws GraphRefusal 190 where it opens none
     */
    Account authenticate(Optional<String> token, Login login) {
        return valid(token, login).account();
    }

    private Token valid(Optional<String> token, Login login) {
        Token known = token.map(tokens::get)
                .filter(found -> found.account().login() == login)
                .orElseThrow(() -> GraphRefusal.of("190"));
        if (!settings.now().isBefore(known.expiresAt())) {
            throw GraphRefusal.of("190/463");
        }
        return known;
    }

    /** The Instagram login's refresh; the old token dies, which is the worst that the documentation leaves open. */
    JsonNode refresh(String token) {
        Token known = valid(Optional.ofNullable(token), Login.INSTAGRAM);
        if (known.givenAt().plus(settings.current().youngestRefresh()).isAfter(settings.now())) {
            throw GraphRefusal.of("100", "The access token is not old enough to be refreshed");
        }
        tokens.remove(token);
        return granted(known.account(), "IGAA");
    }

    /** The Facebook login's exchange, which any token that is alive may have. */
    JsonNode exchange(Optional<String> client, Optional<String> secret, String token) {
        if (client.map(config.clients()::get)
                .filter(value -> secret.filter(value::equals).isPresent())
                .isEmpty()) {
            throw GraphRefusal.of("100", "Error validating client secret.");
        }
        return granted(valid(Optional.ofNullable(token), Login.FACEBOOK).account(), "EAA");
    }

    private JsonNode granted(Account account, String prefix) {
        Instant now = settings.now();
        Duration lifetime = settings.current().tokenLifetime();
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String token = prefix + HexFormat.of().formatHex(bytes);
        tokens.put(token, new Token(account, now, now.plus(lifetime)));
        return JsonNodeFactory.instance
                .objectNode()
                .put("access_token", token)
                .put("token_type", "bearer")
                .put("expires_in", lifetime.toSeconds());
    }

    /** Whose token it is, alive or expired; empty if it is unknown. */
    Optional<Account> holder(String token) {
        return Optional.ofNullable(tokens.get(token)).map(Token::account);
    }

    /** Those whom a token opens. */
    List<Account> accounts() {
        return tokens.values().stream().map(Token::account).distinct().toList();
    }

    void revoke(Optional<String> token) {
        token.ifPresent(tokens::remove);
    }

    /** All tokens of the account that this one opens. */
    void revokeAll(Optional<String> token) {
        token.map(tokens::get).ifPresent(dead -> tokens.values()
                .removeIf(other -> other.account().equals(dead.account())));
    }

    /** A number of 17 digits, as ids here are. */
    String newId() {
        return Long.toString(17_000_000_000_000_000L + (random.nextLong() & 0xFFFF_FFFF_FFFFL));
    }
}
