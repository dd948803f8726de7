package io.cliprelay.kit.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

import io.quarkus.runtime.StartupEvent;

/** A service that is to be asked with tokens only does not start without a key: it could never answer. */
@ApplicationScoped
class ServiceTokenStart {

    void check(@Observes StartupEvent starting, ServiceKeysConfig config, Instance<ServiceTokens> tokens) {
        config.audience().ifPresent(name -> tokens.get().mint(name));
    }
}
