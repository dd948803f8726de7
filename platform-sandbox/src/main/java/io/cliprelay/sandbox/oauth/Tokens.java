package io.cliprelay.sandbox.oauth;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.LiveSettings;
import io.cliprelay.sandbox.SandboxConfig;

/** Refresh and access tokens, alive and revoked; safe for all threads. */
@Singleton
public class Tokens {

    private static final String SCOPE_PREFIX = "https://www.googleapis.com/auth/";
    private final TokenBook<Grant> book;
    private final SandboxConfig config;
    private final Channels channels;
    private final LiveSettings settings;

    Tokens(SandboxConfig config, Channels channels, LiveSettings settings, Clock clock) {
        this.config = config;
        this.channels = channels;
        this.settings = settings;
        this.book = new TokenBook<>(clock);
        reset();
    }

    /** Only what the configuration seeds is left; all access tokens die. */
    public final void reset() {
        book.forget();
        String client = config.clients().keySet().iterator().next();
        config.channels().forEach((name, channel) -> {
            var scopes = scopes(channel.scopes());
            grant(new Grant(channel.refreshToken(), client, channels.find(name).orElseThrow(), scopes));
        });
    }

    /** Full scope URLs of a space-separated list; short names get Google's prefix. */
    public static Set<String> scopes(String list) {
        return Stream.of(list.trim().split("\\s+"))
                .filter(scope -> !scope.isEmpty())
                .map(scope -> scope.contains(":") ? scope : SCOPE_PREFIX + scope)
                .collect(Collectors.toUnmodifiableSet());
    }

    public final void grant(Grant grant) {
        book.grant(grant.refreshToken(), grant);
    }

    public Optional<Grant> findGrant(String refreshToken) {
        return book.findGrant(refreshToken);
    }

    /** A new access token; older ones of the grant stay alive. */
    public String issueAccess(Grant grant) {
        return book.issueAccess(
                grant.refreshToken(), "ya29.", settings.current().accessTokenLifetime());
    }

    /** The grant behind the value of an {@code Authorization} header; empty if it is absent, unknown, expired or revoked. */
    public Optional<Grant> authenticate(String authorization) {
        return book.authenticate(authorization);
    }

    public void revokeAccess(String authorization) {
        book.revokeAccess(authorization);
    }

    /** Kills a refresh token with all its access tokens, or one access token with its refresh token; false if unknown. */
    public boolean revoke(String token) {
        return book.revoke(token);
    }

    public String randomText(int bytes) {
        return TokenBook.randomText(bytes);
    }
}
