package io.cliprelay.instagram.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import io.cliprelay.contracts.Ids;
import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;

/**
 * A file to publish, under a title that no other test has.
 *
 * @param sha256 of the file, hex
 */
public record Clip(Path file, String title, String sha256) {

    private static final int SIZE = 1_000_000;

    /** Writes a file. */
    public static Clip in(Path folder) {
        String title = "Clip " + UUID.randomUUID();
        byte[] bytes = new byte[SIZE];
        new Random(title.hashCode()).nextBytes(bytes);
        try {
            Path file = Files.write(folder.resolve(UUID.randomUUID() + ".mp4"), bytes);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Clip(file, title, HexFormat.of().formatHex(digest));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The account that the worker's configuration calls so. */
    public static UUID account(String name) {
        return Ids.account("default", "instagram", name);
    }

    /** What to publish. */
    public PostContent content() {
        return content(Map.of());
    }

    /** What to publish, with options. */
    public PostContent content(Map<String, String> options) {
        return content(reference(), Privacy.PUBLIC, options);
    }

    /** What to publish, with the media somewhere else. */
    public PostContent content(MediaReference media, Privacy privacy, Map<String, String> options) {
        return new PostContent(
                media, title, "A description", List.of("one", "two words"), privacy, Optional.empty(), options);
    }

    /** The text of the Reel. */
    public String caption() {
        return title + "\n\nA description\n\n#one #TwoWords";
    }

    /** The file as the gateway refers to it. */
    public MediaReference reference() {
        try {
            Instant modified = Files.getLastModifiedTime(file).toInstant();
            URI uri = file.toUri();
            return new MediaReference(
                    uri, Optional.of(Files.size(file)), Optional.of(modified), Optional.of("video/mp4"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
