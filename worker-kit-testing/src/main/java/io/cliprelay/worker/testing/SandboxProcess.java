package io.cliprelay.worker.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import static org.awaitility.Awaitility.await;

/** The packaged sandbox as a process on a free port. */
public final class SandboxProcess implements AutoCloseable {

    private static final Path JAR = Path.of("..", "platform-sandbox", "target", "quarkus-app", "quarkus-run.jar");
    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private SandboxProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it on a free port and waits until it is ready. */
    public static SandboxProcess start() {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(
                    "The sandbox is not built: %s is missing. Build it with ./mvnw package -pl platform-sandbox"
                            .formatted(JAR.toAbsolutePath().normalize()));
        }
        try {
            return launch(freePort()).awaitReady();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    private static SandboxProcess launch(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                JAR.toString());
        builder.environment().put("CLIPRELAY_SANDBOX_PORT", Integer.toString(port));
        builder.environment().remove("CLIPRELAY_SANDBOX_STATE");
        File log = new File("target", "sandbox-" + port + ".log");
        return new SandboxProcess(
                builder.redirectErrorStream(true).redirectOutput(log).start(), port);
    }

    private SandboxProcess awaitReady() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            await("the sandbox at " + url()).atMost(START).until(() -> ready(client));
            return this;
        } catch (RuntimeException notReady) {
            close();
            throw notReady;
        }
    }

    private boolean ready(HttpClient client) throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("The sandbox ended with exit status " + process.exitValue());
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/q/health/ready"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
