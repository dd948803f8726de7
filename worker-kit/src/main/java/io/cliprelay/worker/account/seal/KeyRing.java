package io.cliprelay.worker.account.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.google.crypto.tink.Aead;

/**
 * Seals secrets by envelope encryption: each by an AES-256-GCM key of its own, which is sealed by the newest of the
 * installation's keys. What was sealed for one account does not open for another. Immutable, thread-safe.
 */
public final class KeyRing {

    private static final String SET =
            "set cliprelay.worker.keys.file (or .value) to 32 random bytes in Base64, one key on a line, the newest last; "
                    + "make one by: openssl rand -base64 32";

    private final Map<String, Aead> keys;
    private final String newest;

    private KeyRing(Map<String, Aead> keys, String newest) {
        this.keys = keys;
        this.newest = newest;
    }

    /**
     * @param keys in Base64, the newest last; may not be empty
     * @throws IllegalStateException with what to set, where there is none or one is no key
     */
    public static KeyRing of(List<String> keys) {
        if (keys.isEmpty()) {
            throw new IllegalStateException("There is no key to seal credentials with; " + SET);
        }
        Map<String, Aead> ring = new LinkedHashMap<>();
        keys.stream().map(KeyRing::read).forEach(key -> {
            // Named again means newest: rolling back is putting the old key last.
            ring.remove(key.id());
            ring.put(key.id(), key.envelope());
        });
        String newest = List.copyOf(ring.keySet()).getLast();
        return new KeyRing(Collections.unmodifiableMap(ring), newest);
    }

    /** Seals by the newest key. */
    public Sealed seal(UUID account, String secret) {
        try {
            byte[] bytes = keys.get(newest).encrypt(secret.getBytes(StandardCharsets.UTF_8), associated(account));
            return new Sealed(bytes, newest);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(
                    "The credentials of account %s could not be sealed by key %s".formatted(account, newest), failed);
        }
    }

    /**
     * @throws IllegalStateException with what to set, where the key is not there or is not the one
     */
    public String open(UUID account, Sealed sealed) {
        Aead key = Optional.ofNullable(keys.get(sealed.keyId())).orElseThrow(() -> missing(account, sealed));
        try {
            return new String(key.decrypt(sealed.bytes(), associated(account)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(
                    ("The stored credentials of account %s do not open by key %s, which sealed them: the row was changed "
                                    + "or belongs to another account; delete it from table credential and they are taken "
                                    + "from configuration again")
                            .formatted(account, sealed.keyId()),
                    failed);
        }
    }

    /** Whether it was sealed by the newest key. */
    public boolean isNewest(Sealed sealed) {
        return newest.equals(sealed.keyId());
    }

    private static SealingKey read(String key) {
        try {
            return SealingKey.of(key);
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            // Neither the text nor the cause is repeated: either may show the key.
            throw new IllegalStateException("One of the keys to seal credentials with is not a key; " + SET);
        }
    }

    private IllegalStateException missing(UUID account, Sealed sealed) {
        return new IllegalStateException(
                ("The stored credentials of account %s were sealed by key %s, but the configured keys are %s; add the key "
                                + "again to cliprelay.worker.keys.file (or .value), before the newest one. If it is lost, "
                                + "delete the row from table credential and they are taken from configuration again")
                        .formatted(account, sealed.keyId(), keys.keySet()));
    }

    private static byte[] associated(UUID account) {
        return account.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "KeyRing" + keys.keySet();
    }
}
