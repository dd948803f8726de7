package io.cliprelay.gateway.idempotency;

import java.util.List;
import java.util.Objects;

import io.cliprelay.gateway.access.Sha256;

/**
 * A request that has a key.
 *
 * @param origin keeps apart what live and test-mode keys ask for
 * @param key names it within tenant and origin
 * @param operation method and path
 * @param hash tells two requests apart under one key
 */
record Call(String tenant, String origin, String key, String operation, String hash) {

    private static final String LIVE = "http";
    private static final String TEST = "http-test";

    Call {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(hash, "hash");
    }

    /** @param body as it came, byte by byte; empty where there is none */
    static Call of(String tenant, boolean testing, String key, String operation, String body) {
        return new Call(tenant, origin(testing), key, storable(operation), Sha256.hex(operation + "\n" + body));
    }

    /** PostgreSQL keeps the character U+0000 in no text; a path may hold it, and names nothing then. */
    private static String storable(String operation) {
        return operation.replace("\0", "%00");
    }

    static String origin(boolean testing) {
        return testing ? TEST : LIVE;
    }

    /** Under which name it is locked: no two calls share it, nor does the handing in of a clip. */
    String lockName() {
        return "request:%d:%s%s:%s".formatted(tenant.length(), tenant, origin, key);
    }

    List<Object> claim() {
        return List.of(tenant, origin, key, operation, hash, lockName());
    }
}
