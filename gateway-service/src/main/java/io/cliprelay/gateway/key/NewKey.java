package io.cliprelay.gateway.key;

import java.util.Objects;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A key as its maker sees it, this once.
 *
 * @param secret what to send behind {@code Authorization: Bearer}; it cannot be seen again
 */
@Schema(name = "NewApiKey")
public record NewKey(ApiKey key, String secret) {

    public NewKey {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(secret, "secret");
    }

    @Override
    public String toString() {
        return "NewKey[" + key.hint() + "...]";
    }
}
