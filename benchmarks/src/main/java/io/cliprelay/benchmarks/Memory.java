package io.cliprelay.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** What a worker's heap grows by while it uploads a file far larger than its heap. */
final class Memory implements Measure {

    private static final long SIZE = 4L << 30;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    @Override
    public String purpose() {
        return "the worker's heap while a file of 4 GiB is uploaded at -Xmx128m";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws Exception {
        arguments.nothingElse();
        try (MeasuredStack stack =
                MeasuredStack.prepare(options -> options.withJvmFlags(MeasuredStack.WORKER, List.of("-Xmx128m")))) {
            stack.start();
            stack.awaitAccount();
            publish(stack, stack.video("warm-up.mp4", 64 << 20)).join();
            double before = liveHeap(stack);
            long start = System.nanoTime();
            CompletableFuture<Void> upload = publish(stack, stack.video("large.mp4", SIZE));
            double most = before;
            while (!upload.isDone()) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                most = Math.max(most, liveHeap(stack));
            }
            upload.join();
            figures.print("memory.upload_4gib", (System.nanoTime() - start) / 1e9, "s");
            figures.print("memory.heap_growth", (most - before) / (1 << 20), "MiB", 64);
            figures.print("memory.rss", ProcessReading.rss(stack.stack().pid(MeasuredStack.WORKER)), "MB");
        }
    }

    private static CompletableFuture<Void> publish(MeasuredStack stack, Path video) {
        UUID clip = stack.gateway()
                .submit(MeasuredStack.clip(video, video.getFileName().toString(), Optional.empty()), video.toString())
                .id();
        return CompletableFuture.runAsync(() -> stack.followUntilPublished(clip), Thread.ofVirtual()::start);
    }

    /** Bytes of heap that a full collection leaves, by the JDK's own tool; garbage is not growth. */
    private static double liveHeap(MeasuredStack stack) throws IOException {
        long pid = stack.stack().pid(MeasuredStack.WORKER);
        run("jcmd", Long.toString(pid), "GC.run");
        URI metrics = stack.stack().url(MeasuredStack.WORKER).resolve("/q/metrics");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(metrics.toURL().openStream()))) {
            return lines.lines()
                    .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    private static void run(String tool, String... arguments) throws IOException {
        Path command = Path.of(System.getProperty("java.home"), "bin", tool);
        Process process = new ProcessBuilder(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(command.toString()), java.util.Arrays.stream(arguments))
                        .toList())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.onExit().join();
    }
}
