package io.cliprelay.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.cliprelay.cli.api.ClipView;
import io.cliprelay.cli.stack.StackPart;

/**
 * How many small clips one worker process publishes in a second. All clips are due at one instant, so that the worker's rate is
 * taken and not the gateway's.
 */
final class Throughput implements Measure {

    private static final long MEGABYTE = 1_000_000;
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final int HAND_IN_AT_ONCE = 8;
    /** Until the clips are due: as long as handing them in may take, by clips a second. */
    private static final Duration HEAD_START = Duration.ofSeconds(15);

    private static final int SLOWEST_HAND_IN = 40;

    @Override
    public String purpose() {
        return "[--uploads 2000] [--at-once 32]: clips of 1 MB that one worker process publishes in a second";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws Exception {
        int uploads = (int) arguments.number("uploads", 2000);
        String atOnce = Long.toString(arguments.number("at-once", 32));
        arguments.nothingElse();
        Map<String, String> unhindered = Map.of(
                "CLIPRELAY_YOUTUBE_UPLOAD_CONCURRENT_UPLOADS", atOnce,
                "CLIPRELAY_YOUTUBE_UPLOAD_CONCURRENT_UPLOADS_PER_ACCOUNT", atOnce);
        try (MeasuredStack stack =
                MeasuredStack.prepare(options -> options.withEnvironment(MeasuredStack.WORKER, unhindered))) {
            stack.start();
            stack.awaitAccount();
            Path video = stack.video("clip.mp4", MEGABYTE);
            publish(stack, video, uploads / 4);
            measure(stack, video, uploads, figures);
        }
    }

    /** Over the middle of the run: while it begins and ends, not all of it is at work. */
    private static void measure(MeasuredStack stack, Path video, int uploads, Figures figures) throws Exception {
        long before = posted(stack);
        Instant due = Instant.now().plus(HEAD_START).plusSeconds(uploads / SLOWEST_HAND_IN);
        handIn(stack, video, uploads, Optional.of(due));
        figures.note("throughput: handed in %d s before they are due"
                .formatted(Duration.between(Instant.now(), due).toSeconds()));
        awaitPosts(stack, before + 1);
        List<ProcessReading> readings = Footprint.readings(stack);
        long start = System.nanoTime();
        awaitPosts(stack, before + uploads / 10);
        long first = posted(stack);
        long from = System.nanoTime();
        awaitPosts(stack, before + uploads * 9L / 10);
        double rate = (posted(stack) - first) / ((System.nanoTime() - from) / 1e9);
        awaitPosts(stack, before + uploads);
        tellCpu(readings, Footprint.readings(stack), (System.nanoTime() - start) / 1e9, figures);
        figures.printAtLeast("throughput", rate, "uploads/s", 100);
    }

    /** What bounds it: who takes how much of the machine. */
    private static void tellCpu(
            List<ProcessReading> before, List<ProcessReading> after, double seconds, Figures figures) {
        for (int part = 0; part < after.size(); part++) {
            double used = after.get(part).cpuSeconds() - before.get(part).cpuSeconds();
            figures.print("throughput.cpu." + after.get(part).name(), 100 * used / seconds, "%_of_one_core");
        }
        figures.print("throughput.cores", Runtime.getRuntime().availableProcessors(), "cores");
    }

    static void publish(MeasuredStack stack, Path video, int uploads) throws Exception {
        long before = posted(stack);
        handIn(stack, video, uploads, Optional.empty());
        awaitPosts(stack, before + uploads);
    }

    private static void handIn(MeasuredStack stack, Path video, int uploads, Optional<Instant> due) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(HAND_IN_AT_ONCE)) {
            List<Future<ClipView>> handedIn = IntStream.range(0, uploads)
                    .mapToObj(number -> threads.submit(() -> handIn(stack, video, due)))
                    .toList();
            for (Future<ClipView> one : handedIn) {
                one.get();
            }
        }
    }

    private static ClipView handIn(MeasuredStack stack, Path video, Optional<Instant> due) {
        String key = UUID.randomUUID().toString();
        return stack.gateway().submit(MeasuredStack.clip(video, "Clip " + key, due), key);
    }

    private static void awaitPosts(MeasuredStack stack, long posts) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (posted(stack) < posts) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited " + LIMIT + " in vain for " + posts + " posts");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** How many videos the sandbox has been given since its start. */
    private static long posted(MeasuredStack stack) throws IOException {
        URL stats = stack.stack()
                .url(StackPart.SANDBOX)
                .resolve("/sandbox/stats?uploads=0")
                .toURL();
        try (InputStream body = stats.openStream()) {
            return new ObjectMapper()
                    .readTree(body)
                    .at("/platforms/youtube/videosCreated")
                    .asLong();
        }
    }
}
