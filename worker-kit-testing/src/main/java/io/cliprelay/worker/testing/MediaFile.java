package io.cliprelay.worker.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import io.cliprelay.contracts.clip.MediaReference;

/**
 * A file to publish.
 *
 * @param sha256 of it, hex
 */
public record MediaFile(Path path, String sha256) {

    /** Writes a new one of noise, of which no two are the same. */
    public static MediaFile ofNoise(Path folder, int size) {
        UUID name = UUID.randomUUID();
        byte[] bytes = new byte[size];
        new Random(name.getLeastSignificantBits()).nextBytes(bytes);
        try {
            return new MediaFile(Files.write(folder.resolve(name + ".mp4"), bytes), sha256(bytes));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A file as the gateway refers to it, as it is now. */
    public static MediaReference reference(Path file, String contentType) {
        try {
            Instant modified = Files.getLastModifiedTime(file).toInstant();
            return new MediaReference(
                    file.toUri(), Optional.of(Files.size(file)), Optional.of(modified), Optional.of(contentType));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
