package io.cliprelay.benchmarks.dispatch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.cliprelay.benchmarks.MeasuredStack;
import io.cliprelay.benchmarks.ProcessReading;

/** A process under measurement. All get the same flags. */
record Replica(Process process) implements AutoCloseable {

    private static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-Xmx256m", "--enable-native-access=ALL-UNNAMED");

    static Replica start(List<String> arguments, Map<String, String> environment, Path log, BooleanSupplier ready)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(FLAGS);
        builder.command().addAll(arguments);
        builder.environment().putAll(environment);
        Replica replica = new Replica(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start());
        MeasuredStack.waitFor("a replica; see " + log, Duration.ofSeconds(60), ready);
        return replica;
    }

    double cpuSeconds() {
        return ProcessReading.of("replica", process.pid()).cpuSeconds();
    }

    /** As {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
