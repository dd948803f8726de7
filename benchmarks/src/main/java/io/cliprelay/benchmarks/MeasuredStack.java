package io.cliprelay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.cliprelay.cli.api.ClipSignal;
import io.cliprelay.cli.api.GatewayClient;
import io.cliprelay.cli.stack.Installation;
import io.cliprelay.cli.stack.Stack;
import io.cliprelay.cli.stack.StackHome;
import io.cliprelay.cli.stack.StackOptions;
import io.cliprelay.cli.stack.StartListener;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.UploadState;

/** A packaged stack on free ports in a folder of its own, gone when closed. */
public final class MeasuredStack implements AutoCloseable {

    public static final String WORKER = "youtube-worker";

    private static final String ACCOUNT = "demo";

    private final Path folder;
    private final Stack stack;
    private final Thread whenInterrupted = new Thread(this::removeQuietly, "remove-stack");

    private MeasuredStack(Path folder, Stack stack) {
        this.folder = folder;
        this.stack = stack;
    }

    /** A stack that does not run yet. */
    public static MeasuredStack prepare(UnaryOperator<StackOptions> different) throws IOException {
        Path folder = Files.createTempDirectory("cliprelay-benchmark-").toRealPath();
        StackOptions options = StackOptions.usual(Installation.find(), new StackHome(folder.resolve("home")))
                .onFreePorts()
                .withMediaRoots(List.of(folder));
        return new MeasuredStack(folder, new Stack(different.apply(options)));
    }

    /** Returns when all parts are healthy. Who interrupts a measure finds nothing left behind. */
    public void start() {
        Runtime.getRuntime().addShutdownHook(whenInterrupted);
        stack.start(StartListener.SILENT);
    }

    /** Waits until clips can be submitted. */
    public void awaitAccount() {
        awaitAccounts(1);
    }

    /** Waits until clips can be submitted to so many accounts. */
    public void awaitAccounts(int accounts) {
        waitFor(
                accounts + " accounts",
                Duration.ofSeconds(60),
                () -> gateway().accounts().size() >= accounts);
    }

    public GatewayClient gateway() {
        return stack.gateway();
    }

    public Stack stack() {
        return stack;
    }

    /** Where what belongs to this stack is kept while it is there. */
    public Path folder() {
        return folder;
    }

    /** A file of the given size that begins like an MP4; sparse, so that its size costs no disk. */
    public Path video(String name, long bytes) throws IOException {
        Path file = folder.resolve(name);
        byte[] fileTypeBox = java.util.HexFormat.of().parseHex("000000186674797069736f6d0000020069736f6d6d703432");
        try (var out = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            out.write(fileTypeBox);
            out.setLength(bytes);
        }
        return file;
    }

    static ClipSubmission clip(Path media, String title, Optional<Instant> at) {
        return clip(media, title, at, "youtube", Privacy.PRIVATE);
    }

    /** A clip for the account on {@code platform} that the sandbox has for demonstrations. */
    public static ClipSubmission clip(
            Path media, String title, Optional<Instant> at, String platform, Privacy privacy) {
        ClipSubmission.Target target = new ClipSubmission.Target(
                Optional.of(platform),
                Optional.of(ACCOUNT),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        return new ClipSubmission(
                Optional.of(media.toUri()),
                Optional.empty(),
                Optional.of(title),
                Optional.empty(),
                List.of(),
                Optional.of(privacy),
                Optional.empty(),
                at.map(instant -> new ClipSubmission.Schedule(Optional.of(instant))),
                List.of(target));
    }

    /** Follows the clip's event stream, which ends with its upload; fails where that was not published. */
    public void followUntilPublished(UUID clip) {
        AtomicReference<UploadState> last = new AtomicReference<>();
        gateway().follow(clip, signal -> {
            if (signal instanceof ClipSignal.UploadChanged changed) {
                last.set(changed.upload().state());
            }
        });
        if (last.get() != UploadState.PUBLISHED) {
            throw new IllegalStateException("clip " + clip + " was not published but is " + last.get());
        }
    }

    public static void waitFor(String what, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited " + limit + " in vain for " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Override
    public void close() throws IOException {
        Runtime.getRuntime().removeShutdownHook(whenInterrupted);
        remove();
    }

    private void removeQuietly() {
        try {
            remove();
        } catch (IOException e) {
            System.err.println("Not all of " + folder + " could be removed: " + e.getMessage());
        }
    }

    private void remove() throws IOException {
        stack.stop();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
