package io.cliprelay.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

/** Knows callers by their keys. */
@ApplicationScoped
public class ApiKeys {

    /** Whose calls are those that need no key. */
    static final String DEFAULT_TENANT = "default";

    private static final String SCHEME = "Bearer ";

    private final Map<String, String> tenantBySha256;

    ApiKeys(AccessConfig config) {
        this.tenantBySha256 = config.keys().values().stream()
                .collect(Collectors.toUnmodifiableMap(AccessConfig.Key::sha256, AccessConfig.Key::tenant));
    }

    boolean needed() {
        return !tenantBySha256.isEmpty();
    }

    /** Whose call it is, by its {@code Authorization} header; empty where that proves nothing. */
    Optional<String> tenant(Optional<String> authorization) {
        return needed()
                ? authorization
                        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                        .map(header -> header.substring(SCHEME.length()).strip())
                        .map(ApiKeys::sha256)
                        .map(tenantBySha256::get)
                : Optional.of(DEFAULT_TENANT);
    }

    static String sha256(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException cannotHappen) {
            throw new IllegalStateException("Every JDK has SHA-256", cannotHappen);
        }
    }
}
