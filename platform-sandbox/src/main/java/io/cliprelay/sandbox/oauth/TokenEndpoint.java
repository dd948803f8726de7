package io.cliprelay.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.MultiMap;

import io.cliprelay.sandbox.LiveSettings;
import io.cliprelay.sandbox.SandboxConfig;
import io.cliprelay.sandbox.http.Answer;

/** The token endpoint's decisions: a form in, an answer out. */
@Singleton
class TokenEndpoint {

    private final SandboxConfig config;
    private final Tokens tokens;
    private final Consents consents;
    private final LiveSettings settings;

    TokenEndpoint(SandboxConfig config, Tokens tokens, Consents consents, LiveSettings settings) {
        this.config = config;
        this.tokens = tokens;
        this.consents = consents;
        this.settings = settings;
    }

    Answer token(MultiMap form, Optional<String> authorization) {
        try {
            String client = authenticatedClient(form, authorization);
            return switch (required(form, "grant_type")) {
                case "refresh_token" -> refreshed(form, client);
                case "authorization_code" -> exchanged(form, client);
                default -> throw new OauthRefusal(400, "unsupported_grant_type", "Invalid grant_type");
            };
        } catch (OauthRefusal refusal) {
            return refusal.answer();
        }
    }

    Answer revoke(MultiMap form) {
        boolean known =
                Optional.ofNullable(form.get("token")).filter(tokens::revoke).isPresent();
        return known
                ? Answer.json(200, JsonNodeFactory.instance.objectNode())
                : new OauthRefusal(400, "invalid_token", "Token expired or revoked").answer();
    }

    private String authenticatedClient(MultiMap form, Optional<String> authorization) {
        Optional<String[]> basic = authorization.flatMap(TokenEndpoint::basicCredentials);
        String id = basic.map(pair -> pair[0]).orElseGet(() -> required(form, "client_id"));
        String secret = basic.map(pair -> pair[1]).orElseGet(() -> form.get("client_secret"));
        String expected = config.clients().get(id);
        if (expected == null) {
            throw new OauthRefusal(401, "invalid_client", "The OAuth client was not found.");
        }
        if (!expected.equals(secret)) {
            throw new OauthRefusal(401, "invalid_client", "Unauthorized");
        }
        return id;
    }

    private static Optional<String[]> basicCredentials(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(authorization.substring(6).trim());
            String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 ? Optional.of(pair) : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new OauthRefusal(400, "invalid_request", "The Authorization header is not Base64.");
        }
    }

    private Answer refreshed(MultiMap form, String client) {
        Grant grant = tokens.findGrant(required(form, "refresh_token"))
                .filter(found -> found.clientId().equals(client))
                .orElseThrow(() -> new OauthRefusal(400, "invalid_grant", "Token has been expired or revoked."));
        return issued(grant, false);
    }

    private Answer exchanged(MultiMap form, String client) {
        Consents.Given consent = consents.redeem(required(form, "code"))
                .filter(given -> given.clientId().equals(client))
                .orElseThrow(() -> new OauthRefusal(400, "invalid_grant", "Malformed auth code."));
        if (!consent.redirectUri().equals(form.get("redirect_uri"))) {
            throw new OauthRefusal(400, "redirect_uri_mismatch", "Bad Request");
        }
        if (!consent.provedBy(form.get("code_verifier"))) {
            throw new OauthRefusal(400, "invalid_grant", "Missing or wrong code verifier.");
        }
        var grant = new Grant("1//0" + tokens.randomText(36), client, consent.channel(), consent.scopes());
        tokens.grant(grant);
        return issued(grant, consent.offline());
    }

    private Answer issued(Grant grant, boolean withRefreshToken) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("access_token", tokens.issueAccess(grant));
        body.put("expires_in", settings.current().accessTokenLifetime().toSeconds());
        if (withRefreshToken) {
            body.put("refresh_token", grant.refreshToken());
        }
        body.put("scope", String.join(" ", grant.scopes().stream().sorted().toList()));
        body.put("token_type", "Bearer");
        return Answer.json(200, body).with("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
    }

    private static String required(MultiMap form, String field) {
        String value = form.get(field);
        if (value == null || value.isEmpty()) {
            throw new OauthRefusal(400, "invalid_request", "Missing required parameter: " + field);
        }
        return value;
    }
}
