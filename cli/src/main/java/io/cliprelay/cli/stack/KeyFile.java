package io.cliprelay.cli.stack;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** A key of 32 random bytes that services of a stack share: made once, beside the databases that it belongs to. */
record KeyFile(Path file) {

    private static final int BYTES = 32;

    /** Makes the file, for its owner's eyes only, unless it is there. */
    void create() {
        new SecretFile(file).create(KeyFile::random);
    }

    private static String random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
