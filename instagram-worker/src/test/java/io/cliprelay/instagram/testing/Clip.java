package io.cliprelay.instagram.testing;

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

    private static final int SIZE = 1_000_000;

    /** Writes a file. */
    public static Clip in(Path folder) {
        String title = "Clip " + UUID.randomUUID();
        MediaFile file = MediaFile.ofNoise(folder, SIZE);
        return new Clip(file.path(), title, file.sha256());
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
        return MediaFile.reference(file, "video/mp4");
    }
}
