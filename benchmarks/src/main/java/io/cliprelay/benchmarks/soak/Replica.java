package io.cliprelay.benchmarks.soak;

import java.io.IOException;

/** One process of a worker, which can be ended, frozen and started again. One thread at a time. */
final class Replica implements AutoCloseable {

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

    int port() {
        return launch.port();
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
