package io.cliprelay.gateway.access;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** The keys that the operator gives by configuration: with one of them, the others are made. */
@ApplicationScoped
class ConfiguredKeys implements Doorkeeper {

    private static final String TEST_PREFIX = "crk_" + Mode.TEST.word() + "_";

    private final Map<String, Identity> bySha256;

    ConfiguredKeys(AccessConfig config) {
        this.bySha256 = config.keys().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        key -> key.getValue().sha256(), key -> identity(key.getKey(), key.getValue())));
    }

    @Override
    public boolean closesTheDoor() {
        return !bySha256.isEmpty();
    }

    @Override
    public Uni<Optional<Identity>> identify(String token) {
        return Uni.createFrom()
                .item(Optional.ofNullable(bySha256.get(Sha256.hex(token))).map(known -> inItsMode(known, token)));
    }

    /** Only the key's own text says its mode; here is no more than its hash. */
    private static Identity inItsMode(Identity known, String token) {
        return token.startsWith(TEST_PREFIX)
                ? new Identity(known.tenant(), known.name(), Mode.TEST, known.scopes())
                : known;
    }

    private static Identity identity(String name, AccessConfig.Key key) {
        return new Identity(key.tenant(), name, Mode.LIVE, key.scopes());
    }
}
