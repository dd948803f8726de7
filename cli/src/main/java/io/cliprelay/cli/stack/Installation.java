package io.cliprelay.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The project folder, and what of it has been built.
 *
 * @param folder the one with {@code mvnw}
 */
public record Installation(Path folder) {

    private static final String JAR = "target/quarkus-app/quarkus-run.jar";
    private static final String WORKER_SUFFIX = "-worker";
    private static final int FIRST_WORKER_PORT = 8083;

    /** The folder that the launcher names in {@code CLIPRELAY_PROJECT}, else the nearest one above the current folder. */
    public static Installation find() {
        return Optional.ofNullable(System.getenv("CLIPRELAY_PROJECT"))
                .map(Path::of)
                .or(() -> nearestAbove(Path.of("").toAbsolutePath()))
                .map(Installation::new)
                .orElseThrow(() -> new StackException(
                        "No Cliprelay project here or above; start the command as ./cliprelay from the project folder, "
                                + "or name the folder in CLIPRELAY_PROJECT"));
    }

    /** Every part that runs as a process of its own and has been built, in the order in which people think of them. */
    public List<ServiceDefinition> services() {
        return Stream.concat(core(), workerDefinitions())
                .filter(ServiceDefinition::isBuilt)
                .toList();
    }

    /** A short real video that needs no one's permission. */
    public Path sampleClip() {
        return folder.resolve("samples/cliprelay-sample.mp4");
    }

    /** Whether a worker publishes to the real platform: its user has given it credentials. */
    public boolean isReal(ServiceDefinition worker) {
        return credentials(worker).isPresent();
    }

    /** The file with real credentials of a worker, if its user has made one. */
    Optional<Path> credentials(ServiceDefinition worker) {
        return Optional.of(folder.resolve("config").resolve(worker.name() + ".properties"))
                .filter(Files::exists);
    }

    private Stream<ServiceDefinition> core() {
        return Stream.of(
                define(StackPart.SANDBOX, ServiceKind.SANDBOX, 8090),
                define(StackPart.GATEWAY, ServiceKind.SERVICE, 8080),
                define(StackPart.SCHEDULER, ServiceKind.SERVICE, 8081),
                define(StackPart.ANALYTICS, ServiceKind.SERVICE, 8082));
    }

    private Stream<ServiceDefinition> workerDefinitions() {
        List<String> names = workerFolders();
        return IntStream.range(0, names.size())
                .mapToObj(i -> define(names.get(i), ServiceKind.WORKER, FIRST_WORKER_PORT + i));
    }

    private List<String> workerFolders() {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .filter(name -> name.endsWith(WORKER_SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the project folder " + folder, e);
        }
    }

    private ServiceDefinition define(String name, ServiceKind kind, int port) {
        return new ServiceDefinition(name, kind, folder.resolve(name).resolve(JAR), port);
    }

    private static Optional<Path> nearestAbove(Path start) {
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder ->
                        Files.exists(folder.resolve("mvnw")) && Files.isDirectory(folder.resolve("local-stack")))
                .findFirst();
    }
}
