package io.cliprelay.sandbox.tiktok;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.MultiMap;

import io.cliprelay.sandbox.http.Answer;

/** Login Kit's decisions: a form or query in, an answer out. */
@Singleton
class TokenEndpoint {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(5);

    private final Map<String, Consent> codes = new ConcurrentHashMap<>();
    private final TikTokConfig config;
    private final Creators creators;
    private final Tokens tokens;
    private final SettingsInForce settings;
    private final Clock clock;

    TokenEndpoint(TikTokConfig config, Creators creators, Tokens tokens, SettingsInForce settings, Clock clock) {
        this.config = config;
        this.creators = creators;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** Says yes in the name of the creator that {@code login_hint} names, or of the first one; gives the code. */
    String consent(MultiMap query) {
        if (!config.clients().containsKey(query.get("client_key"))) {
            throw new OauthRefusal(400, "invalid_client", "Client key is invalid.");
        }
        if (!"code".equals(query.get("response_type")) || query.get("scope") == null) {
            throw OauthRefusal.invalidRequest("response_type=code and scope are required.");
        }
        String code = tokens.randomText(32) + "*0!5000.va";
        codes.put(
                code,
                new Consent(
                        query.get("client_key"),
                        query.get("redirect_uri"),
                        creator(query).name(),
                        Tokens.scopes(query.get("scope")),
                        Optional.ofNullable(query.get("code_challenge")),
                        clock.instant().plus(CODE_LIFETIME)));
        return code;
    }

    private Creator creator(MultiMap query) {
        String hint = query.get("login_hint");
        return hint == null
                ? creators.all().getFirst()
                : creators.find(hint).orElseThrow(() -> OauthRefusal.invalidRequest("No such creator: " + hint));
    }

    Answer token(MultiMap form) {
        try {
            String client = authenticatedClient(form);
            return switch (required(form, "grant_type")) {
                case "refresh_token" -> refreshed(required(form, "refresh_token"), client);
                case "authorization_code" -> exchanged(form, client);
                default -> throw new OauthRefusal(400, "unsupported_grant_type", "Grant type is not supported.");
            };
        } catch (OauthRefusal refusal) {
            return refusal.answer();
        }
    }

    Answer revoke(MultiMap form) {
        try {
            authenticatedClient(form);
            tokens.revoke(required(form, "token"));
            return Answer.json(200, JsonNodeFactory.instance.objectNode());
        } catch (OauthRefusal refusal) {
            return refusal.answer();
        }
    }

    private String authenticatedClient(MultiMap form) {
        String key = required(form, "client_key");
        String secret = required(form, "client_secret");
        if (!secret.equals(config.clients().get(key))) {
            throw new OauthRefusal(401, "invalid_client", "Client key or secret is incorrect.");
        }
        return key;
    }

    private Answer refreshed(String refreshToken, String client) {
        var now = settings.current();
        return tokens.refresh(refreshToken, client, now)
                .map(this::shown)
                .orElseThrow(() -> new OauthRefusal(
                        now.invalidGrantStatus(), "invalid_grant", "Refresh token is invalid or expired."));
    }

    private Answer exchanged(MultiMap form, String client) {
        Consent consent = Optional.ofNullable(codes.remove(required(form, "code")))
                .filter(given ->
                        given.clientKey().equals(client) && clock.instant().isBefore(given.expiresAt()))
                .orElseThrow(() -> new OauthRefusal(400, "invalid_grant", "Authorization code is invalid or expired."));
        if (!consent.redirectUri().equals(form.get("redirect_uri"))) {
            throw OauthRefusal.invalidRequest("Redirect_uri is not matched with the uri when requesting code.");
        }
        if (!consent.isProvedBy(form.get("code_verifier"))) {
            throw OauthRefusal.invalidRequest("Code verifier or code challenge is invalid.");
        }
        var now = settings.current();
        var lineage = tokens.begin(
                tokens.randomText(12), consent, "rft." + tokens.randomText(36), now.refreshTokenLifetime());
        return shown(tokens.issue(lineage, now));
    }

    private Answer shown(Tokens.Issued issued) {
        var lineage = issued.lineage();
        var body = JsonNodeFactory.instance.objectNode();
        body.put("access_token", issued.access())
                .put("expires_in", issued.accessLifetime().toSeconds())
                .put("open_id", openId(lineage.creator()))
                .put("refresh_expires_in", issued.refreshLifetime().toSeconds())
                .put("refresh_token", lineage.refreshToken())
                .put(
                        "scope",
                        String.join(",", lineage.scopes().stream().sorted().toList()))
                .put("token_type", "Bearer");
        return Answer.json(200, body).with("Cache-Control", "no-store");
    }

    private String openId(String creator) {
        return creators.find(creator).map(Creator::openId).orElse("");
    }

    private static String required(MultiMap form, String field) {
        String value = form.get(field);
        if (value == null || value.isEmpty()) {
            throw OauthRefusal.invalidRequest("The request parameters are malformed: " + field + " is missing.");
        }
        return value;
    }
}
