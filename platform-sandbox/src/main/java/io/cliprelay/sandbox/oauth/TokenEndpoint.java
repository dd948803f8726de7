package io.cliprelay.sandbox.oauth;

import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

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

    Answer token(TokenForm form, Optional<String> authorization) {
        try {
            String client = form.authenticatedClient(config.clients(), authorization);
            return switch (form.required("grant_type")) {
                case "refresh_token" -> refreshed(form, client);
                case "authorization_code" -> exchanged(form, client);
                default -> throw new OauthRefusal(400, "unsupported_grant_type", "Invalid grant_type");
            };
        } catch (OauthRefusal refusal) {
            return refusal.answer();
        }
    }

    Answer revoke(TokenForm form) {
        boolean known = form.optional("token").filter(tokens::revoke).isPresent();
        return known
                ? Answer.json(200, JsonNodeFactory.instance.objectNode())
                : new OauthRefusal(400, "invalid_token", "Token expired or revoked").answer();
    }

    private Answer refreshed(TokenForm form, String client) {
        Grant grant = tokens.findGrant(form.required("refresh_token"))
                .filter(found -> found.clientId().equals(client))
                .orElseThrow(() -> new OauthRefusal(400, "invalid_grant", "Token has been expired or revoked."));
        return issued(grant, false);
    }

    private Answer exchanged(TokenForm form, String client) {
        Consents.Given consent = consents.redeem(form.required("code"))
                .filter(given -> given.clientId().equals(client))
                .orElseThrow(() -> new OauthRefusal(400, "invalid_grant", "Malformed auth code."));
        if (!consent.redirectUri().equals(form.optional("redirect_uri").orElse(null))) {
            throw new OauthRefusal(400, "redirect_uri_mismatch", "Bad Request");
        }
        if (!consent.provedBy(form.optional("code_verifier").orElse(null))) {
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
}
