package io.cliprelay.worker.account;

import java.time.InstantSource;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

import io.quarkus.arc.DefaultBean;
import io.quarkus.oidc.client.OidcClient;

/** The refresher of a worker that brings none of its own. */
@ApplicationScoped
class StandardRefresh {

    @Produces
    @DefaultBean
    @ApplicationScoped
    TokenRefresher refresher(OidcClient client, InstantSource clock) {
        return new OauthRefresher(client, clock, Map.of());
    }
}
