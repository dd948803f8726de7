package io.cliprelay.worker.account.seal;

import java.util.Arrays;
import java.util.Objects;

/**
 * A sealed secret.
 *
 * @param keyId the key that sealed it
 */
public record Sealed(byte[] bytes, String keyId) {

    public Sealed {
        Objects.requireNonNull(bytes, "bytes");
        Objects.requireNonNull(keyId, "keyId");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed sealed && Arrays.equals(bytes, sealed.bytes) && keyId.equals(sealed.keyId);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Sealed[by " + keyId + "]";
    }
}
