package io.cliprelay.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.vertx.core.MultiMap;

import io.cliprelay.sandbox.SandboxConfig;

/** Consents that were given and wait, as codes, to be exchanged; each code once, within ten minutes. */
@Singleton
class Consents {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);

    private final Map<String, Given> byCode = new ConcurrentHashMap<>();
    private final SandboxConfig config;
    private final Channels channels;
    private final Tokens tokens;
    private final Clock clock;

    Consents(SandboxConfig config, Channels channels, Tokens tokens, Clock clock) {
        this.config = config;
        this.channels = channels;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** A consent and what its code must be redeemed with. */
    record Given(
            String clientId,
            String redirectUri,
            Channel channel,
            Set<String> scopes,
            boolean offline,
            Optional<String> challenge,
            boolean plainChallenge,
            Instant expiresAt) {

        /** RFC 7636, section 4.6. */
        boolean provedBy(String verifier) {
            return challenge
                    .map(expected -> verifier != null && expected.equals(answerTo(verifier)))
                    .orElse(true);
        }

        private String answerTo(String verifier) {
            if (plainChallenge) {
                return verifier;
            }
            try {
                byte[] ascii = verifier.getBytes(StandardCharsets.US_ASCII);
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(ascii);
                return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256", e);
            }
        }
    }

    /**
     * Says yes in the name of the channel that {@code login_hint} names, or of the first one.
     *
     * @return the code
     * @throws OauthRefusal if the request is not one that could be consented to
     */
    String give(MultiMap query) {
        if (!config.clients().containsKey(query.get("client_id"))) {
            throw new OauthRefusal(401, "invalid_client", "The OAuth client was not found.");
        }
        if (!"code".equals(query.get("response_type")) || query.get("scope") == null) {
            throw new OauthRefusal(400, "invalid_request", "response_type=code and scope are required.");
        }
        String code = "4/0" + tokens.randomText(32);
        byCode.put(code, given(query));
        return code;
    }

    private Given given(MultiMap query) {
        return new Given(
                query.get("client_id"),
                query.get("redirect_uri"),
                channel(Optional.ofNullable(query.get("login_hint"))),
                Tokens.scopes(query.get("scope")),
                "offline".equals(query.get("access_type")),
                Optional.ofNullable(query.get("code_challenge")),
                !"S256".equals(query.get("code_challenge_method")),
                clock.instant().plus(CODE_LIFETIME));
    }

    private Channel channel(Optional<String> hint) {
        return hint.map(name -> channels.find(name)
                        .orElseThrow(() -> new OauthRefusal(400, "invalid_request", "No such channel: " + name)))
                .orElseGet(() -> channels.all().getFirst());
    }

    Optional<Given> redeem(String code) {
        return Optional.ofNullable(byCode.remove(code))
                .filter(given -> clock.instant().isBefore(given.expiresAt()));
    }
}
