package io.cliprelay.youtube.testing;

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

    /** Three blocks of 256 KiB and a bit, of noise. */
    private static final int SIZE = 3 * 256 * 1024 + 1234;

    /** Writes the file. */
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
        return Ids.account("default", "youtube", name);
    }

    public PostContent content() {
        return content(Optional.empty());
    }

    /** What to publish, with the file as it is now. */
    public PostContent content(Optional<MediaReference> thumbnail) {
        return content(Privacy.UNLISTED, thumbnail, Map.of());
    }

    /** The same with these options, for everyone to see. */
    public PostContent content(Map<String, String> options) {
        return content(Privacy.PUBLIC, Optional.empty(), options);
    }

    private PostContent content(Privacy privacy, Optional<MediaReference> thumbnail, Map<String, String> options) {
        return new PostContent(
                reference(file, "video/mp4"),
                title,
                "A description",
                List.of("one", "two words"),
                privacy,
                thumbnail,
                options);
    }

    /** A file as the gateway refers to it. */
    public static MediaReference reference(Path file, String contentType) {
        try {
            Instant modified = Files.getLastModifiedTime(file).toInstant();
            URI uri = file.toUri();
            return new MediaReference(
                    uri, Optional.of(Files.size(file)), Optional.of(modified), Optional.of(contentType));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
