package io.cliprelay.kit.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

/**
 * What is made of a file, and made anew when the file's content is another one. What cannot be read or used leaves what was
 * there before: a secret is half written, or away for a moment, while it is exchanged. Thread-safe.
 */
public final class Watched<T> implements Supplier<T> {

    private static final Logger LOG = Logger.getLogger(Watched.class);

    private final Optional<Path> file;
    private final Supplier<T> make;
    private final Consumer<T> changed;
    private volatile T current;
    private byte[] seen;

    /**
     * Makes it for the first time, which fails as {@code make} does.
     *
     * @param file absent where it comes from elsewhere and stays as it is
     * @param make reads the file by itself; what it throws must not show the secret
     * @param changed is told of each other one, not of the first
     */
    public Watched(Optional<Path> file, Supplier<T> make, Consumer<T> changed) {
        this.file = file;
        this.make = make;
        this.changed = changed;
        // Before it is read: what is written in between is seen as another content at the first look.
        this.seen = digest().orElse(null);
        this.current = make.get();
    }

    /** One that stays as it is. */
    public static <T> Watched<T> always(T value) {
        return new Watched<>(Optional.empty(), () -> value, never -> {});
    }

    /** As it was made last. */
    @Override
    public T get() {
        return current;
    }

    /** Reads the file, and makes it anew where that is wanted. Blocks. */
    public synchronized void look() {
        digest().filter(now -> !MessageDigest.isEqual(now, seen)).ifPresent(this::exchange);
    }

    private void exchange(byte[] now) {
        try {
            current = make.get();
        } catch (RuntimeException unusable) {
            LOG.warnf(
                    "%s has changed and cannot be used; what was there before is: %s",
                    file.get(), unusable.getMessage());
            return;
        }
        seen = now;
        LOG.infof("%s has changed and is used", file.get());
        changed.accept(current);
    }

    private Optional<byte[]> digest() {
        return file.flatMap(Watched::digest);
    }

    /** Not the content itself: it needs not be in memory twice. */
    private static Optional<byte[]> digest(Path file) {
        try {
            return Optional.of(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException away) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException cannotHappen) {
            throw new IllegalStateException(cannotHappen);
        }
    }
}
