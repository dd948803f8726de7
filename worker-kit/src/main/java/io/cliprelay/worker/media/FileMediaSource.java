package io.cliprelay.worker.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

import io.cliprelay.contracts.clip.MediaReference;

/** Opens files under the allowed roots. */
@ApplicationScoped
public class FileMediaSource {

    private final Vertx vertx;
    private final Set<Path> roots;

    FileMediaSource(Vertx vertx, MediaConfig config) {
        this.vertx = vertx;
        this.roots = config.roots();
    }

    Uni<Media> open(MediaReference reference) {
        // Looking at a file blocks, if shortly; not on the event loop.
        return vertx.executeBlocking(() -> look(reference), false)
                .onFailure(IOException.class)
                .transform(failure -> unreadable(reference, failure));
    }

    private Media look(MediaReference reference) throws IOException {
        Path file = Path.of(reference.uri()).toRealPath();
        if (!allowed(file)) {
            throw MediaFailures.of(
                    "media.not-allowed",
                    "The file %s lies outside the folders that media may be read from".formatted(reference.uri()),
                    "Move it into an allowed folder, or add its folder to CLIPRELAY_MEDIA_ROOTS of gateway and workers.");
        }
        requireContent(reference, file);
        FileFingerprint found = FileFingerprint.of(file);
        FileFingerprint submitted = FileFingerprint.submitted(reference, found);
        if (!found.equals(submitted)) {
            throw FileFingerprint.changed(reference.uri(), submitted, found);
        }
        return new FileMedia(vertx, file, reference, found);
    }

    private static void requireContent(MediaReference reference, Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) == 0) {
            throw MediaFailures.of(
                    "media.empty",
                    "There is no content at %s: it is empty or no regular file".formatted(reference.uri()),
                    "Submit the clip again with a file that holds the video.");
        }
    }

    private boolean allowed(Path file) throws IOException {
        for (Path root : roots) {
            if (Files.exists(root) && file.startsWith(root.toRealPath())) {
                return true;
            }
        }
        return false;
    }

    static Throwable unreadable(MediaReference reference, IOException failure) {
        return failure instanceof NoSuchFileException
                ? MediaFailures.of(
                        "media.missing",
                        "The file %s is not there any more".formatted(reference.uri()),
                        "Put it back and submit the clip again.")
                : MediaFailures.of(
                        "media.unreadable",
                        "The file %s cannot be read: %s".formatted(reference.uri(), failure.getMessage()),
                        "Let the worker's user read it and submit the clip again.");
    }
}
