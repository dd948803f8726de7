package io.cliprelay.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.cliprelay.cli.stack.StackPart;

/** A worker killed in the middle of a slow upload: how soon it goes on after a restart, and how much it sends again. */
final class Restart implements Measure {

    private static final double MIB = 1 << 20;
    private static final long FILE = 256L << 20;
    private static final long BYTES_PER_SECOND = 16L << 20;
    private static final double SECONDS_BAR = 15;
    /** What the sandbox still reads of a dead connection must not be taken for the new process's bytes. */
    private static final Duration QUIET = Duration.ofMillis(500);

    private record Resumed(double sinceStart, double sinceKill, double again) {}

    @Override
    public String purpose() {
        return "[--rounds 5] [--chunk-mib 8]: kills the worker in the middle of an upload; time to go on, bytes sent again";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws Exception {
        int rounds = (int) arguments.number("rounds", 5);
        double chunk = arguments.number("chunk-mib", 8);
        arguments.nothingElse();
        try (MeasuredStack stack = MeasuredStack.prepare(options -> options)) {
            stack.start();
            stack.awaitAccount();
            throttle(stack);
            Path video = stack.video("killed.mp4", FILE);
            List<Resumed> all = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                all.add(round(stack, video));
            }
            tell(all, chunk, figures);
        }
    }

    private static Resumed round(MeasuredStack stack, Path video) throws IOException {
        long before = received(stack);
        String key = UUID.randomUUID().toString();
        UUID clip = stack.gateway()
                .submit(MeasuredStack.clip(video, "Clip " + key, Optional.empty()), key)
                .id();
        awaitMore(stack, before + ThreadLocalRandom.current().nextLong(FILE / 10, FILE * 8 / 10));
        stack.stack().kill(MeasuredStack.WORKER);
        long killed = System.nanoTime();
        long had = awaitQuiet(stack);
        long started = System.nanoTime();
        CompletableFuture<Void> healthy =
                CompletableFuture.runAsync(() -> stack.stack().restart(MeasuredStack.WORKER));
        awaitMore(stack, had);
        long resumed = System.nanoTime();
        healthy.join();
        stack.followUntilPublished(clip);
        return new Resumed(
                (resumed - started) / 1e9, (resumed - killed) / 1e9, (received(stack) - before - FILE) / MIB);
    }

    private static void tell(List<Resumed> all, double chunk, Figures figures) {
        Percentiles start =
                new Percentiles(all.stream().map(Resumed::sinceStart).toList());
        Percentiles kill = new Percentiles(all.stream().map(Resumed::sinceKill).toList());
        Percentiles again = new Percentiles(all.stream().map(Resumed::again).toList());
        figures.print("restart.from_start.p50", start.at(50), "s", SECONDS_BAR);
        figures.print("restart.from_start.max", start.at(100), "s", SECONDS_BAR);
        figures.print("restart.from_kill.p50", kill.at(50), "s");
        figures.print("restart.from_kill.max", kill.at(100), "s");
        figures.print("restart.sent_again.p50", again.at(50), "MiB", chunk);
        figures.print("restart.sent_again.max", again.at(100), "MiB", chunk);
    }

    private static long awaitQuiet(MeasuredStack stack) throws IOException {
        long last;
        do {
            last = received(stack);
            LockSupport.parkNanos(QUIET.toNanos());
        } while (received(stack) != last);
        return last;
    }

    private static void awaitMore(MeasuredStack stack, long bytes) {
        MeasuredStack.waitFor("more than " + bytes + " bytes", Duration.ofMinutes(3), () -> receivedNow(stack) > bytes);
    }

    private static long receivedNow(MeasuredStack stack) {
        try {
            return received(stack);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("The sandbox does not tell what it received", e);
        }
    }

    private static long received(MeasuredStack stack) throws IOException {
        try (InputStream body =
                sandbox(stack, "/sandbox/stats?uploads=0").toURL().openStream()) {
            return new ObjectMapper()
                    .readTree(body)
                    .at("/platforms/youtube/mediaBytesReceived")
                    .asLong();
        }
    }

    private static void throttle(MeasuredStack stack) throws IOException {
        var call = (HttpURLConnection)
                sandbox(stack, "/sandbox/settings/youtube").toURL().openConnection();
        call.setRequestMethod("POST");
        call.setDoOutput(true);
        call.setRequestProperty("Content-Type", "application/json");
        call.getOutputStream()
                .write("{\"uploadBytesPerSecond\":%d}"
                        .formatted(BYTES_PER_SECOND)
                        .getBytes(StandardCharsets.UTF_8));
        if (call.getResponseCode() / 100 != 2) {
            throw new IllegalStateException("The sandbox refuses to be slow: " + call.getResponseCode());
        }
    }

    private static URI sandbox(MeasuredStack stack, String path) {
        return stack.stack().url(StackPart.SANDBOX).resolve(path);
    }
}
