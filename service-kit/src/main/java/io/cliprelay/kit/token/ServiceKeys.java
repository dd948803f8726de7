package io.cliprelay.kit.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtHmacKey;
import com.google.crypto.tink.jwt.JwtHmacParameters;
import com.google.crypto.tink.jwt.JwtMac;
import com.google.crypto.tink.jwt.JwtMacConfig;
import com.google.crypto.tink.util.SecretBytes;

/** Reads the keys that services share. */
final class ServiceKeys {

    private static final int BYTES = 32;

    private ServiceKeys() {}

    /** What signs with the newest key and believes all. Throws with what to do where there is no usable key. */
    static JwtMac mac(ServiceKeysConfig config) {
        List<String> keys = Stream.concat(
                        config.value().stream(), config.file().stream().map(ServiceKeys::read))
                .flatMap(text -> Arrays.stream(text.split("\\s+")))
                .filter(key -> !key.isEmpty())
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalStateException(
                    "No key for the tokens between services. Write one into a file that all of them read (openssl rand -base64 32), and name it in CLIPRELAY_SERVICE_KEYS_FILE.");
        }
        try {
            return mac(keys);
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            // Not as the cause, which may hold a part of the key.
            throw new IllegalStateException(
                    "A key for the tokens between services (cliprelay.service-keys.file or .value) is not 32 bytes in Base64.");
        }
    }

    private static JwtMac mac(List<String> keys) throws GeneralSecurityException {
        JwtMacConfig.register();
        KeysetHandle.Builder handle = KeysetHandle.newBuilder();
        for (int index = 0; index < keys.size(); index++) {
            KeysetHandle.Builder.Entry entry =
                    KeysetHandle.importKey(key(keys.get(index))).withRandomId();
            handle.addEntry(index == keys.size() - 1 ? entry.makePrimary() : entry);
        }
        return handle.build().getPrimitive(RegistryConfiguration.get(), JwtMac.class);
    }

    private static JwtHmacKey key(String base64) throws GeneralSecurityException {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != BYTES) {
            throw new GeneralSecurityException("wrong length");
        }
        JwtHmacParameters parameters = JwtHmacParameters.builder()
                .setKeySizeBytes(BYTES)
                .setAlgorithm(JwtHmacParameters.Algorithm.HS256)
                .setKidStrategy(JwtHmacParameters.KidStrategy.IGNORED)
                .build();
        return JwtHmacKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                .build();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "%s, which cliprelay.service-keys.file names, cannot be read".formatted(file), unreadable);
        }
    }
}
