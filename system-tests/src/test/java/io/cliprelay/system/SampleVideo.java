package io.cliprelay.system;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** Files that begin like an MP4 and go on as noise, so that a wrong byte anywhere shows. */
final class SampleVideo {

    private static final int MEBIBYTE = 1 << 20;
    private static final byte[] FILE_TYPE_BOX =
            HexFormat.of().parseHex("000000186674797069736f6d0000020069736f6d6d703432");

    private SampleVideo() {}

    /** Writes a file of {@code mebibytes} MiB. */
    static Path write(Path file, int mebibytes) {
        Random noise = new Random(mebibytes);
        byte[] block = new byte[MEBIBYTE];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int written = 0; written < mebibytes; written++) {
                noise.nextBytes(block);
                if (written == 0) {
                    System.arraycopy(FILE_TYPE_BOX, 0, block, 0, FILE_TYPE_BOX.length);
                }
                out.write(block);
            }
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
