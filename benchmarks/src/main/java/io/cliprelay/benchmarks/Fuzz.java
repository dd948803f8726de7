package io.cliprelay.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.cliprelay.cli.api.ClipView;
import io.cliprelay.cli.stack.StackPart;
import io.cliprelay.kit.testing.fuzz.ApiFuzz;
import io.cliprelay.kit.testing.fuzz.FuzzFindings;

/**
 * Requests that are made up from the API's own description, a third as described and the others broken, by the owner of what
 * there is and by a stranger in turn.
 */
final class Fuzz implements Measure {

    private static final String STRANGER = "crk_live_" + "s".repeat(40);
    private static final String SECRET = "Secret of the owner";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 16;
    private static final int WARM_UP_SHARE = 20;
    private static final int SHOWN = 20;
    private static final double MIB = 1 << 20;

    @Override
    public String purpose() {
        return "[--requests 100000] [--seed 1]: requests made up from the API's description: errors, hangs, leaks, heap";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws Exception {
        int requests = (int) arguments.number("requests", 100_000);
        long seed = arguments.number("seed", 1);
        arguments.nothingElse();
        try (MeasuredStack stack = MeasuredStack.prepare(options ->
                options.withWorkers(Set.of(MeasuredStack.WORKER)).withEnvironment(StackPart.GATEWAY, strangersKey()))) {
            stack.start();
            stack.awaitAccount();
            ApiFuzz fuzz = fuzz(stack);
            fuzz.run(requests / WARM_UP_SHARE, seed - 1);
            measure(stack, fuzz, requests, seed, figures);
        }
    }

    private static void measure(MeasuredStack stack, ApiFuzz fuzz, int requests, long seed, Figures figures)
            throws Exception {
        double before = LiveHeap.of(stack, StackPart.GATEWAY);
        long start = System.nanoTime();
        FuzzFindings findings = fuzz.run(requests, seed);
        figures.print("fuzz.rate", requests / ((System.nanoTime() - start) / 1e9), "requests/s");
        double after = LiveHeap.of(stack, StackPart.GATEWAY);
        findings.statuses().forEach((status, count) -> figures.print("fuzz.status." + status, count, "answers"));
        figures.print("fuzz.heap_before", before / MIB, "MiB");
        figures.print("fuzz.heap_after", after / MIB, "MiB");
        tell(figures, "fuzz.server_errors", findings.serverErrors());
        tell(figures, "fuzz.hangs", findings.hangs());
        tell(figures, "fuzz.cut", findings.cuts());
        tell(figures, "fuzz.leaks", findings.leaks());
    }

    private static void tell(Figures figures, String name, List<String> found) {
        found.stream().limit(SHOWN).forEach(one -> figures.note(name + ": " + one));
        figures.never(name, found.size(), "requests");
    }

    private static ApiFuzz fuzz(MeasuredStack stack) throws Exception {
        Path video = stack.video("clip.mp4", 100_000);
        ClipView owners = submit(stack, video, "Clip");
        ClipView hidden = submit(stack, video, SECRET);
        return new ApiFuzz(
                stack.stack().url(StackPart.GATEWAY),
                List.of(
                        new ApiFuzz.Caller(stack.stack().apiKey().orElseThrow(), known(owners, video), List.of()),
                        new ApiFuzz.Caller(STRANGER, known(hidden, video), List.of(SECRET))),
                AT_ONCE,
                PATIENCE,
                Set.of());
    }

    private static ClipView submit(MeasuredStack stack, Path video, String title) {
        Optional<Instant> later = Optional.of(Instant.now().plus(Duration.ofDays(1)));
        return stack.gateway()
                .submit(
                        MeasuredStack.clip(video, title, later),
                        UUID.randomUUID().toString());
    }

    private static Map<String, List<String>> known(ClipView clip, Path video) {
        Map<String, List<String>> known = new HashMap<>();
        known.put(
                "id",
                List.of(clip.id().toString(), clip.uploads().getFirst().id().toString()));
        known.put("platform", List.of("youtube"));
        known.put("account", List.of("demo"));
        known.put("media", List.of(video.toUri().toString()));
        known.put("at", List.of(Instant.now().plus(Duration.ofDays(2)).toString()));
        known.put("If-Match", List.of("*"));
        return known;
    }

    private static Map<String, String> strangersKey() {
        return Map.of(
                "CLIPRELAY_ACCESS_KEYS_STRANGER_SHA256",
                sha256(STRANGER),
                "CLIPRELAY_ACCESS_KEYS_STRANGER_TENANT",
                "stranger");
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException cannotHappen) {
            throw new IllegalStateException("Every JDK has SHA-256", cannotHappen);
        }
    }
}
