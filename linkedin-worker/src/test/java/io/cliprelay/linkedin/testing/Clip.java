package io.cliprelay.linkedin.testing;

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

    private static final int SMALL = 100_000;

    /** Four parts, and a bit. */
    private static final int OF_FIVE_PARTS = 4 * 4_194_304 + 1234;

    /** Writes a file of one part. */
    public static Clip in(Path folder) {
        return of(folder, SMALL);
    }

    /** Writes a file that goes in five parts. */
    public static Clip ofFiveParts(Path folder) {
        return of(folder, OF_FIVE_PARTS);
    }

    private static Clip of(Path folder, int size) {
        String title = "Clip " + UUID.randomUUID();
        byte[] bytes = new byte[size];
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
        return Ids.account("default", "linkedin", name);
    }

    /** What to publish for everybody, with the file as it is now. */
    public PostContent content() {
        return content(Privacy.PUBLIC, Map.of());
    }

    /** What to publish with these settings. */
    public PostContent content(Privacy privacy, Map<String, String> options) {
        return new PostContent(
                reference(file, "video/mp4"),
                title,
                "A description (with brackets)",
                List.of("one", "two words"),
                privacy,
                Optional.empty(),
                options);
    }

    /** The same with a thumbnail. */
    public PostContent withThumbnail(Path image) {
        PostContent plain = content();
        return new PostContent(
                plain.media(),
                plain.title(),
                plain.description(),
                plain.tags(),
                plain.privacy(),
                Optional.of(reference(image, "image/png")),
                plain.options());
    }

    /** The text that people see. */
    public String shown() {
        return title + "\n\nA description (with brackets)\n\n#one #TwoWords";
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
