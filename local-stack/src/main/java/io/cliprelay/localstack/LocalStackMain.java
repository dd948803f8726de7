package io.cliprelay.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;

/**
 * The local stack as a process. Reads the environment: {@code CLIPRELAY_LOCAL_STACK_FOLDER} (required; also the first argument),
 * {@code CLIPRELAY_KAFKA_PORT} and {@code CLIPRELAY_DB_PORT} (0, the default, for any free one), {@code CLIPRELAY_DATABASES}
 * (comma separated). Writes {@code ready.properties} into the folder once both serve, and stops cleanly on SIGTERM.
 */
public final class LocalStackMain {

    /** The file's name in the folder; see {@link ReadyFile}. */
    public static final String READY_FILE = "ready.properties";

    private LocalStackMain() {}

    public static void main(String[] arguments) throws IOException {
        quietLogging();
        Path folder = folder(arguments);
        Path readyFile = folder.resolve(READY_FILE);
        Files.createDirectories(folder);
        Files.deleteIfExists(readyFile);
        try {
            run(options(folder), readyFile);
        } catch (LocalStackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(LocalStackOptions options, Path readyFile) throws IOException {
        LocalStack stack = LocalStack.start(options);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack, readyFile, stopped), "local-stack-stop"));
        String servers = stack.kafka().bootstrapServers();
        int databasePort = stack.database().port();
        new ReadyFile(ProcessHandle.current().pid(), servers, databasePort).writeTo(readyFile);
        System.out.printf("Kafka serves on %s, PostgreSQL on port %d%n", servers, databasePort);
        awaitQuietly(stopped);
    }

    private static void stop(LocalStack stack, Path readyFile, CountDownLatch stopped) {
        try (stack) {
            Files.deleteIfExists(readyFile);
        } catch (IOException e) {
            System.err.println("Cannot delete " + readyFile + ": " + e.getMessage());
        } finally {
            stopped.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static LocalStackOptions options(Path folder) {
        return new LocalStackOptions(
                folder, port("CLIPRELAY_KAFKA_PORT"), port("CLIPRELAY_DB_PORT"), databases(), true);
    }

    private static Path folder(String[] arguments) {
        return Optional.of(arguments)
                .filter(given -> given.length > 0)
                .map(given -> given[0])
                .or(() -> variable("CLIPRELAY_LOCAL_STACK_FOLDER"))
                .map(Path::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Say where the data shall be: as the argument or in CLIPRELAY_LOCAL_STACK_FOLDER"))
                .toAbsolutePath();
    }

    private static int port(String name) {
        return variable(name).map(Integer::parseInt).orElse(0);
    }

    private static List<String> databases() {
        return variable("CLIPRELAY_DATABASES")
                .map(names -> List.of(names.split(",")))
                .orElse(List.of());
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    private static void quietLogging() throws IOException {
        try (InputStream configuration = LocalStackMain.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(configuration);
        }
    }
}
