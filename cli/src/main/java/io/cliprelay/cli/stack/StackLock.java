package io.cliprelay.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** Held by the one command that changes what runs; another one waits for it. The system lets go of it after a crash. */
record StackLock(StackHome home) {

    <T> T whileHeld(Supplier<T> change) {
        home.create();
        try (FileChannel file =
                FileChannel.open(home.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.lock();
            return change.get();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock " + home.lockFile(), e);
        }
    }
}
