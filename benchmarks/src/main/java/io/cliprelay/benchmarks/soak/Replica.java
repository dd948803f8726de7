package io.cliprelay.benchmarks.soak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** One process of a worker, which can be ended, frozen and started again. One thread at a time. */
final class Replica implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final Launch launch;
    private ProcessHandle process;

    Replica(Launch launch, ProcessHandle process) {
        this.launch = launch;
        this.process = process;
    }

    /** Starts one more like {@code launch}. */
    static Replica started(Launch launch) throws IOException {
        return new Replica(launch, launch.start());
    }

    /** As a crash would; returns once it is gone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    void restart() throws IOException {
        process = launch.start();
    }

    /** Not one instruction until {@link #thaw()}. */
    void freeze() throws IOException {
        signal("STOP");
    }

    void thaw() throws IOException {
        signal("CONT");
    }

    boolean runs() {
        return process.isAlive();
    }

    /** Whether it says that it can work. */
    boolean isReady() throws InterruptedException {
        try {
            return CLIENT.send(readiness(), BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpRequest readiness() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + launch.port() + "/q/health/ready"))
                .timeout(LOOK)
                .build();
    }

    @Override
    public void close() {
        kill();
    }

    private void signal(String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .onExit()
                .join();
    }
}
