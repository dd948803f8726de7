package io.cliprelay.worker.account.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.cliprelay.kit.secret.SecretWatch;
import io.cliprelay.kit.secret.Watched;

/** Reads the installation's keys at start, and when their file has changed, of which a {@link KeyRing} event tells. */
@ApplicationScoped
class ConfiguredKeys {

    @Produces
    @Singleton
    Watched<KeyRing> ring(KeySettings settings, SecretWatch secrets, Event<KeyRing> exchanged) {
        return secrets.add(new Watched<>(settings.file(), () -> ring(settings), exchanged::fire));
    }

    static KeyRing ring(KeySettings settings) {
        return KeyRing.of(Stream.concat(
                        settings.value().stream().flatMap(ConfiguredKeys::words),
                        settings.file().stream().flatMap(ConfiguredKeys::read))
                .toList());
    }

    private static Stream<String> read(Path file) {
        try {
            List<String> keys = words(Files.readString(file)).toList();
            if (keys.isEmpty()) {
                throw new IllegalStateException(
                        "%s, which cliprelay.worker.keys.file names, is empty; write a key into it by: openssl rand -base64 32"
                                .formatted(file));
            }
            return keys.stream();
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "%s, which cliprelay.worker.keys.file names, cannot be read (%s); it has to be there and readable for this user"
                            .formatted(file, unreadable.getClass().getSimpleName()),
                    unreadable);
        }
    }

    private static Stream<String> words(String text) {
        return text.strip()
                .lines()
                .flatMap(line -> Stream.of(line.split("\\s+")))
                .filter(word -> !word.isEmpty());
    }
}
