package io.cliprelay.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The key that the workers seal credentials with: made once for a stack, beside the database that it opens. */
record SealingKey(Path file) {

    private static final int BYTES = 32;

    /** Makes the file, for its owner's eyes only, unless it is there. */
    void create() {
        try (SeekableByteChannel channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forItsOwnerOnly())) {
            Channels.newOutputStream(channel).write(random().getBytes(StandardCharsets.UTF_8));
        } catch (FileAlreadyExistsException there) {
            // As it should be from the second start on.
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write %s, the key that credentials are sealed with".formatted(file), e);
        }
    }

    private static String random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key) + "\n";
    }

    private static FileAttribute<?>[] forItsOwnerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
