package io.cliprelay.gateway.media;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

import io.cliprelay.contracts.clip.MediaReference;

/** Looks at a file. Blocks. */
final class FileLook {

    private final List<Path> roots;

    FileLook(List<Path> roots) {
        this.roots = roots.stream().map(FileLook::resolved).toList();
    }

    Finding at(URI uri, MediaKind kind) {
        Optional<Path> path = path(uri);
        return path.isEmpty()
                ? kind.unusable(
                        "uri.invalid",
                        uri + " names no file of this machine.",
                        "Send an absolute path, such as file:/videos/holiday.mp4; write special characters as %20.")
                : at(uri, path.get(), kind);
    }

    private Finding at(URI uri, Path path, MediaKind kind) {
        // Where the path really leads decides; what lies outside is not even said to exist or not.
        Path real = resolved(path);
        if (roots.stream().noneMatch(real::startsWith)) {
            return kind.unusable(
                    "outside-roots",
                    uri + " lies outside the folders that media may be read from.",
                    "Move it into one of them, or have its folder added to CLIPRELAY_MEDIA_ROOTS.");
        }
        try {
            return look(uri, real, kind);
        } catch (IOException unreadable) {
            return unreadable(uri, kind);
        }
    }

    private static Finding look(URI uri, Path file, MediaKind kind) throws IOException {
        if (!Files.exists(file)) {
            return kind.unusable("not-found", uri + " does not exist.", "Check the path.");
        }
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            String what = attributes.isDirectory() ? "a directory." : "not a regular file.";
            return kind.unusable("not-a-file", uri + " is " + what, "Name a file.");
        }
        if (!Files.isReadable(file)) {
            return unreadable(uri, kind);
        }
        return attributes.size() == 0
                ? kind.unusable("empty", uri + " is empty.", "Wait until it is written, then submit it again.")
                : recognised(uri, file, attributes, kind);
    }

    private static Finding recognised(URI uri, Path file, BasicFileAttributes attributes, MediaKind kind)
            throws IOException {
        Optional<String> contentType = kind.contentType(head(file));
        if (contentType.isEmpty()) {
            return kind.unusable(
                    "not-recognised",
                    uri + " is not " + kind.description() + ".",
                    "Send " + kind.description() + "; its content counts, not its name.");
        }
        return new Finding.Usable(new MediaReference(
                uri,
                Optional.of(attributes.size()),
                Optional.of(attributes.lastModifiedTime().toInstant()),
                contentType));
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(VideoContainers.HEAD_BYTES);
        }
    }

    private static Finding unreadable(URI uri, MediaKind kind) {
        return kind.unusable(
                "not-readable",
                uri + " may not be read by this service.",
                "Give its user permission to read the file.");
    }

    private static Optional<Path> path(URI uri) {
        try {
            return Optional.of(Path.of(uri).toAbsolutePath());
        } catch (IllegalArgumentException noFile) {
            return Optional.empty();
        }
    }

    /** The real path; where there is no such file, that of its nearest folder that exists with the rest behind it. */
    private static Path resolved(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            return path.toRealPath();
        } catch (IOException missing) {
            Path parent = absolute.getParent();
            return parent == null ? absolute : resolved(parent).resolve(absolute.getFileName());
        }
    }
}
