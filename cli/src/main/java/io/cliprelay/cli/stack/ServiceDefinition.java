package io.cliprelay.cli.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A packaged service.
 *
 * @param name its folder's name
 * @param jar what {@code java -jar} starts
 * @param usualPort where it listens unless something else does
 */
public record ServiceDefinition(String name, ServiceKind kind, Path jar, int usualPort) {

    /** The database it owns, named as the service without its suffix; the sandbox has none. */
    Optional<String> database() {
        return switch (kind) {
            case SANDBOX -> Optional.empty();
            case SERVICE, WORKER -> Optional.of(bareName());
        };
    }

    /** The name without its suffix; for a worker, its platform. */
    public String bareName() {
        return name.substring(0, name.lastIndexOf('-'));
    }

    boolean isBuilt() {
        return Files.exists(jar);
    }
}
