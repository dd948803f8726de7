package io.cliprelay.sandbox.linkedin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;

import io.cliprelay.sandbox.http.Answer;

/** The authorisation server's decisions: a form or query in, an answer out. */
@Singleton
class TokenEndpoint {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(30);

    private final Map<String, Consent> codes = new ConcurrentHashMap<>();
    private final LinkedInConfig config;
    private final Members members;
    private final Tokens tokens;
    private final SettingsInForce settings;
    private final Clock clock;

    private record Consent(String client, String redirectUri, String member, Instant expiresAt) {}

    TokenEndpoint(LinkedInConfig config, Members members, Tokens tokens, SettingsInForce settings, Clock clock) {
        this.config = config;
        this.members = members;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** Says yes in the name of the member that {@code login_hint} names, or of the first one; gives the code. */
    String consent(MultiMap query) {
        if (!config.clients().containsKey(query.get("client_id"))) {
            throw new OauthRefusal(401, "invalid_client", "Client authentication failed");
        }
        if (!"code".equals(query.get("response_type")) || query.get("scope") == null) {
            throw OauthRefusal.invalidRequest("response_type=code and scope are required");
        }
        Member member = consenting(query);
        Set<String> scopes = Member.scopes(query.get("scope"));
        members.put(new Member(member.name(), member.personId(), scopes, member.organizations()));
        String code = "AQR" + tokens.randomText(48);
        Instant expiry = clock.instant().plus(CODE_LIFETIME);
        codes.put(code, new Consent(query.get("client_id"), query.get("redirect_uri"), member.name(), expiry));
        return code;
    }

    private Member consenting(MultiMap query) {
        String hint = query.get("login_hint");
        return hint == null
                ? members.all().getFirst()
                : members.find(hint).orElseThrow(() -> OauthRefusal.invalidRequest("No such member: " + hint));
    }

    Answer token(MultiMap form) {
        return answered(() -> {
            String client = authenticatedClient(form);
            return switch (required(form, "grant_type")) {
                case "refresh_token" -> refreshed(required(form, "refresh_token"), client);
                case "authorization_code" -> exchanged(form, client);
                default -> throw OauthRefusal.invalidRequest("The grant_type is not supported");
            };
        });
    }

    Answer introspect(MultiMap form) {
        return answered(() -> {
            String client = authenticatedClient(form);
            return tokens.findAccess(required(form, "token"))
                    .map(access -> shown(access, client))
                    .orElseGet(() -> Answer.json(
                            200, JsonNodeFactory.instance.objectNode().put("active", false)));
        });
    }

    Answer revoke(MultiMap form) {
        return answered(() -> {
            authenticatedClient(form);
            tokens.revokeConsent(required(form, "token"));
            return Answer.empty(200);
        });
    }

    private interface Effect {
        Answer answer();
    }

    private static Answer answered(Effect effect) {
        try {
            return effect.answer();
        } catch (OauthRefusal refusal) {
            return refusal.answer();
        }
    }

    private String authenticatedClient(MultiMap form) {
        String id = required(form, "client_id");
        if (!required(form, "client_secret").equals(config.clients().get(id))) {
            throw new OauthRefusal(401, "invalid_client", "Client authentication failed");
        }
        return id;
    }

    private Answer refreshed(String refreshToken, String client) {
        Tokens.Refresh refresh = tokens.findRefresh(refreshToken)
                .filter(found -> found.client().equals(client))
                .orElseThrow(() -> OauthRefusal.invalidRequest(
                        "The provided authorization grant or refresh token is invalid, expired or revoked"));
        return Answer.json(200, withRefresh(issued(refresh.member()), refreshToken));
    }

    private Answer exchanged(MultiMap form, String client) {
        Consent consent = Optional.ofNullable(codes.remove(required(form, "code")))
                .orElseThrow(() -> new OauthRefusal(
                        401, "invalid_request", "Unable to retrieve access token: authorization code not found"));
        boolean fits = consent.client().equals(client)
                && consent.redirectUri().equals(form.get("redirect_uri"))
                && clock.instant().isBefore(consent.expiresAt());
        if (!fits) {
            throw new OauthRefusal(
                    400,
                    "invalid_redirect_uri",
                    "Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization"
                            + " code. Or authorization code expired. Or external member binding exists");
        }
        return Answer.json(200, issuedFor(consent));
    }

    /** Only members with an organisation's scope stand for the app of an approved partner. */
    private ObjectNode issuedFor(Consent consent) {
        ObjectNode body = issued(consent.member());
        boolean partner = members.find(consent.member())
                .filter(member -> member.scopes().contains("w_organization_social"))
                .isPresent();
        return partner
                ? withRefresh(body, tokens.issueRefresh(consent.member(), consent.client(), settings.current()))
                : body;
    }

    private ObjectNode issued(String member) {
        LinkedInSettings now = settings.current();
        return JsonNodeFactory.instance
                .objectNode()
                .put("access_token", tokens.issueAccess(member, now))
                .put("expires_in", now.accessTokenLifetime().toSeconds())
                .put("scope", scope(member, now.commaSeparatedScopes() ? "," : " "))
                .put("token_type", "Bearer");
    }

    private ObjectNode withRefresh(ObjectNode body, String refreshToken) {
        Instant end = tokens.findRefresh(refreshToken).orElseThrow().expiresAt();
        return body.put("refresh_token", refreshToken)
                .put(
                        "refresh_token_expires_in",
                        Duration.between(clock.instant(), end).toSeconds());
    }

    private String scope(String member, String separator) {
        return members.find(member).map(Member::scopes).orElseGet(Set::of).stream()
                .sorted()
                .reduce((first, second) -> first + separator + second)
                .orElse("");
    }

    private Answer shown(Tokens.Access access, String client) {
        boolean expired = !clock.instant().isBefore(access.expiresAt());
        String status = access.revoked() ? "revoked" : expired ? "expired" : "active";
        var body = JsonNodeFactory.instance.objectNode();
        body.put("active", status.equals("active"))
                .put("client_id", client)
                .put("authorized_at", access.createdAt().getEpochSecond())
                .put("created_at", access.createdAt().getEpochSecond())
                .put("status", status)
                .put("expires_at", access.expiresAt().getEpochSecond())
                .put("scope", scope(access.member(), ","))
                .put("auth_type", "3L");
        return Answer.json(200, body);
    }

    private static String required(MultiMap form, String field) {
        String value = form.get(field);
        if (value == null || value.isEmpty()) {
            throw OauthRefusal.invalidRequest("A required parameter \"" + field + "\" is missing");
        }
        return value;
    }
}
