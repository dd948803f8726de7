package io.cliprelay.linkedin.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.Ids;
import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.worker.testing.MediaFile;

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
        MediaFile file = MediaFile.ofNoise(folder, size);
        return new Clip(file.path(), title, file.sha256());
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

    /** The same with this digest declared of the file. */
    public PostContent declared(String digest) {
        PostContent plain = content();
        return new PostContent(
                plain.media().declared(Optional.of(digest)),
                plain.title(),
                plain.description(),
                plain.tags(),
                plain.privacy(),
                plain.thumbnail(),
                plain.options());
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
        return MediaFile.reference(file, contentType);
    }
}
