package io.cliprelay.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is prepared once (formatted, initialised) and used often. A preparation that was cut off leaves no mark, so the
 * next start begins it afresh instead of building on half a folder.
 */
record DataFolder(Path path) {

    private static final String MARK = "prepared";

    /** Makes the folder empty, unless its preparation was completed before. */
    void emptyUnlessPrepared() throws IOException {
        if (!isPrepared()) {
            delete(path);
            Files.createDirectories(path);
        }
    }

    /** To be called once the preparation is complete; harmless if it was before. */
    void markPrepared() throws IOException {
        if (!isPrepared()) {
            Files.createFile(mark());
        }
    }

    boolean isPrepared() {
        return Files.exists(mark());
    }

    private Path mark() {
        return path.resolveSibling(path.getFileName() + "." + MARK);
    }

    /** Deletes {@code folder} and what is in it; no error if it is not there. */
    static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        for (Path entry : deepestFirst(folder)) {
            Files.deleteIfExists(entry);
        }
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        try (Stream<Path> entries = Files.walk(folder)) {
            return entries.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
