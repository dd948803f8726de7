package io.cliprelay.cli.stack;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The key that the workers seal credentials with: made once for a stack, beside the database that it opens. */
record SealingKey(Path file) {

    private static final int BYTES = 32;

    /** Makes the file, for its owner's eyes only, unless it is there. */
    void create() {
        new SecretFile(file).create(SealingKey::random);
    }

    private static String random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
