package io.cliprelay.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A secret of a stack in a file for its owner's eyes only: made once, then kept. Fails with {@link StackException} where the
 * file is empty.
 */
record SecretFile(Path file) {

    /** Makes the file unless it is there. */
    void create(Supplier<String> secret) {
        if (read().isPresent()) {
            return;
        }
        try {
            place(secret.get() + "\n");
        } catch (FileAlreadyExistsException there) {
            // Another start was faster.
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the secret " + file, e);
        }
    }

    /** What was made; empty where there is no such file. */
    Optional<String> read() {
        try {
            return Files.exists(file) ? Optional.of(sound(Files.readString(file).strip())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the secret " + file, e);
        }
    }

    private String sound(String secret) {
        if (secret.isEmpty()) {
            throw new StackException(
                    "The secret %s is empty. Put its copy there if there is one; else remove the file for a new secret."
                            .formatted(file));
        }
        return secret;
    }

    /** Complete or not at all, also where the machine stops meanwhile. */
    private void place(String text) throws IOException {
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", ".new", forItsOwnerOnly());
        try {
            write(beside, text);
            Files.move(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Channels.newOutputStream(channel).write(text.getBytes(StandardCharsets.UTF_8));
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] forItsOwnerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
