package io.cliprelay.youtube.testing;

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

    /** Three blocks of 256 KiB and a bit, of noise. */
    private static final int SIZE = 3 * 256 * 1024 + 1234;

    /** Writes the file. */
    public static Clip in(Path folder) {
        String title = "Clip " + UUID.randomUUID();
        MediaFile file = MediaFile.ofNoise(folder, SIZE);
        return new Clip(file.path(), title, file.sha256());
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
        return MediaFile.reference(file, contentType);
    }
}
