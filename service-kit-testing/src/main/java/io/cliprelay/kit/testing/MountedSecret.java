package io.cliprelay.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder as a cluster mounts a Secret, exchanged as a kubelet does it: each key is a link through {@code ..data}, which leads
 * to a hidden folder with the content. What is new is written into another hidden folder; then {@code ..data} is led there by
 * one rename, and the old folder goes. No file that a service has the path of is ever written.
 */
public final class MountedSecret {

    private static final String HIDDEN = "..";
    private static final Path DATA = Path.of("..data");

    private final Path folder;

    private MountedSecret(Path folder) {
        this.folder = folder;
    }

    /** The one that is mounted there, or will be by the first {@link #exchange}. */
    public static MountedSecret at(Path folder) {
        return new MountedSecret(folder);
    }

    /** Where a service finds {@code key}, whether it is there or not. */
    public Path file(String key) {
        return folder.resolve(key);
    }

    /**
     * Has the Secret hold {@code data} and nothing else.
     *
     * @throws UncheckedIOException where the folder cannot be written
     */
    public MountedSecret exchange(Map<String, String> data) {
        try {
            write(data);
            return this;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void write(Map<String, String> data) throws IOException {
        Files.createDirectories(folder);
        List<Path> before = entries(folder);
        Path next = Files.createDirectory(folder.resolve(HIDDEN + UUID.randomUUID()));
        for (Map.Entry<String, String> entry : data.entrySet()) {
            Files.writeString(next.resolve(entry.getKey()), entry.getValue());
        }
        Path link = Files.createSymbolicLink(folder.resolve("..data_tmp"), next.getFileName());
        Files.move(link, folder.resolve(DATA), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        for (String key : data.keySet()) {
            if (!Files.isSymbolicLink(file(key))) {
                Files.createSymbolicLink(file(key), DATA.resolve(key));
            }
        }
        for (Path old : before) {
            if (!old.endsWith(DATA) && !data.containsKey(old.getFileName().toString())) {
                remove(old);
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static void remove(Path old) throws IOException {
        if (!Files.isSymbolicLink(old)) {
            for (Path file : entries(old)) {
                Files.delete(file);
            }
        }
        Files.delete(old);
    }
}
