package io.cliprelay.system.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The folder that holds the reactor. */
public final class ProjectFolder {

    private static final Path ROOT = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
            .takeWhile(folder -> folder != null)
            .filter(folder -> Files.exists(folder.resolve("mvnw")))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(
                    "no folder with mvnw above " + Path.of("").toAbsolutePath()));

    private ProjectFolder() {}

    /** A file or folder by its path in the project. */
    public static Path resolve(String path) {
        return ROOT.resolve(path);
    }

    /** The text of a file of the project. */
    public static String read(String path) {
        return read(resolve(path));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
