package io.cliprelay.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import static java.util.Optional.empty;

/** What a worker's memory grows by while it uploads what is far larger than its heap. */
final class Memory implements Measure {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final double MIB = 1 << 20;

    /** One file of 4 GiB, as ever, or many of 1 GiB at once; the heap grows by at most 64 MiB for one. */
    private record Load(int uploads, long bytes, String heap, double heapBar, double growthBar) {
        static Load of(int uploads) {
            return uploads == 1
                    ? new Load(1, 4L << 30, "-Xmx128m", 128, 64)
                    : new Load(uploads, 1L << 30, "-Xmx256m", 256, 256);
        }
    }

    @Override
    public String purpose() {
        return "[--uploads 1]: the worker's memory while 4 GiB are uploaded at -Xmx128m, or many times 1 GiB at -Xmx256m";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws Exception {
        Load load = Load.of((int) arguments.number("uploads", 1));
        arguments.nothingElse();
        Map<String, String> atOnce = Map.of(
                "CLIPRELAY_YOUTUBE_UPLOAD_CONCURRENT_UPLOADS", Integer.toString(load.uploads()),
                "CLIPRELAY_YOUTUBE_UPLOAD_CONCURRENT_UPLOADS_PER_ACCOUNT", Integer.toString(load.uploads()));
        try (MeasuredStack stack =
                MeasuredStack.prepare(options -> options.withJvmFlags(MeasuredStack.WORKER, List.of(load.heap()))
                        .withEnvironment(MeasuredStack.WORKER, atOnce))) {
            stack.start();
            stack.awaitAccount();
            publish(stack, stack.video("warm-up.mp4", 64 << 20)).join();
            measure(stack, load, figures);
        }
    }

    private static void measure(MeasuredStack stack, Load load, Figures figures) throws IOException {
        double before = LiveHeap.of(stack, MeasuredStack.WORKER);
        long start = System.nanoTime();
        CompletableFuture<Void> uploads = all(stack, load);
        double live = before;
        double resident = rss(stack);
        while (!uploads.isDone()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            resident = Math.max(resident, rss(stack));
            live = Math.max(live, LiveHeap.of(stack, MeasuredStack.WORKER));
        }
        uploads.join();
        figures.print("memory.upload", (System.nanoTime() - start) / 1e9, "s");
        figures.print("memory.heap_live", live / MIB, "MiB", load.heapBar());
        figures.print("memory.heap_growth", (live - before) / MIB, "MiB", load.growthBar());
        figures.print("memory.rss", resident, "MiB", 600);
    }

    private static CompletableFuture<Void> all(MeasuredStack stack, Load load) throws IOException {
        Path video = stack.video("large.mp4", load.bytes());
        return CompletableFuture.allOf(IntStream.range(0, load.uploads())
                .mapToObj(number -> publish(stack, video))
                .toArray(CompletableFuture[]::new));
    }

    private static CompletableFuture<Void> publish(MeasuredStack stack, Path video) {
        String key = UUID.randomUUID().toString();
        UUID clip = stack.gateway()
                .submit(MeasuredStack.clip(video, "Clip " + key, empty()), key)
                .id();
        return CompletableFuture.runAsync(() -> stack.followUntilPublished(clip), Thread.ofVirtual()::start);
    }

    private static double rss(MeasuredStack stack) throws IOException {
        return ProcessReading.rss(stack.stack().pid(MeasuredStack.WORKER)) * 1e6 / MIB;
    }
}
