package io.cliprelay.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where PostgreSQL's programs are unpacked: a folder of the running user, so that another user's files are never in the way. */
final class UnpackedBinaries {

    private UnpackedBinaries() {}

    /** The user's cache folder, or one of the user's own in the temporary folder if there is no home to write to. */
    static Path folder() {
        String user = System.getProperty("user.name");
        return Stream.of(
                        Path.of(System.getProperty("user.home"), ".cache", "cliprelay", "postgres"),
                        Path.of(System.getProperty("java.io.tmpdir"), "cliprelay-" + user, "postgres"))
                .filter(UnpackedBinaries::canBeWritten)
                .findFirst()
                .orElseThrow(() -> new LocalStackException(
                        "No folder to unpack PostgreSQL in: neither the home nor the temporary folder can be written; "
                                + "set -Duser.home or -Djava.io.tmpdir to one that can"));
    }

    private static boolean canBeWritten(Path folder) {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (IOException e) {
            return false;
        }
    }
}
