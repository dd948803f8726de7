package io.cliprelay.tiktok;

import java.time.InstantSource;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import io.quarkus.oidc.client.OidcClient;

import io.cliprelay.worker.account.OauthRefresher;
import io.cliprelay.worker.account.TokenRefresher;

/**
 * TikTok's refresh grant, whose form has a {@code client_key} where others have a {@code client_id}. Each refresh gives
 * a new refresh token and kills the old one (developers.tiktok.com/docs/en/oauth-refresh-a-user-access-token).
 */
@ApplicationScoped
class TikTokTokens {

    @Produces
    @ApplicationScoped
    TokenRefresher refresher(OidcClient client, InstantSource clock, TikTokConfig config) {
        return new OauthRefresher(client, clock, Map.of("client_key", config.clientId()));
    }
}
