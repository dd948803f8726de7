package io.cliprelay.sandbox.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that goes with the process, or, where that was killed, with the next one. */
final class TemporaryFolder {

    private static final String PREFIX = "cliprelay-sandbox-";

    private TemporaryFolder() {}

    static Path ofThisProcess() {
        Path all = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            deleteThoseOfTheDead(all);
            return Files.createTempDirectory(
                    all, PREFIX + ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder for media in " + all, e);
        }
    }

    private static void deleteThoseOfTheDead(Path all) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(all, PREFIX + "*-*")) {
            for (Path folder : folders) {
                if (isOfTheDead(folder) && Files.isWritable(folder)) {
                    MediaStore.deleteAll(folder);
                }
            }
        }
    }

    private static boolean isOfTheDead(Path folder) {
        String pid = folder.getFileName().toString().substring(PREFIX.length()).split("-", 2)[0];
        return pid.matches("\\d{1,9}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }
}
