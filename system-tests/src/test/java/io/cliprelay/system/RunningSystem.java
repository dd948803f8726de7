package io.cliprelay.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.cliprelay.cli.api.ClipView;
import io.cliprelay.cli.api.GatewayClient;
import io.cliprelay.cli.api.GatewayException;
import io.cliprelay.cli.api.UploadView;
import io.cliprelay.cli.stack.Installation;
import io.cliprelay.cli.stack.Stack;
import io.cliprelay.cli.stack.StackHome;
import io.cliprelay.cli.stack.StackOptions;
import io.cliprelay.cli.stack.StackPart;
import io.cliprelay.cli.stack.StartListener;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.upload.UploadState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A whole Cliprelay of a test's own, as packaged, on free ports and in a folder that goes when it is closed. */
final class RunningSystem implements AutoCloseable {

    static final String WORKER = "youtube-worker";

    private final Path folder;
    private final Stack stack;

    private RunningSystem(Path folder, Stack stack) {
        this.folder = folder;
        this.stack = stack;
    }

    static RunningSystem start() {
        return start(UnaryOperator.identity());
    }

    /** Starts with YouTube's worker only and {@code different} options; returns when clips can be handed in. */
    static RunningSystem start(UnaryOperator<StackOptions> different) {
        Path folder = temporaryFolder();
        StackOptions options = StackOptions.usual(Installation.find(), new StackHome(folder.resolve("home")))
                .onFreePorts()
                .withWorkers(Set.of(WORKER))
                .withMediaRoots(List.of(folder));
        RunningSystem system = new RunningSystem(folder, new Stack(different.apply(options)));
        system.stack.start(StartListener.SILENT);
        return system;
    }

    Stack stack() {
        return stack;
    }

    /** Where media of this system may lie. */
    Path folder() {
        return folder;
    }

    GatewayClient gateway() {
        return stack.gateway();
    }

    Sandbox sandbox() {
        return new Sandbox(stack.url(StackPart.SANDBOX));
    }

    /** Submits a clip to the sandbox's YouTube under a key of its own; returns the clip's id. */
    UUID submit(Path media, String title, Optional<Instant> at) {
        return gateway()
                .submit(submission(media, title, at), UUID.randomUUID().toString())
                .id();
    }

    static ClipSubmission submission(Path media, String title, Optional<Instant> at) {
        ClipSubmission.Target youtube = new ClipSubmission.Target(
                Optional.of("youtube"),
                Optional.empty(),
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
                Optional.of("From a test"),
                List.of("test"),
                Optional.of(Privacy.UNLISTED),
                Optional.empty(),
                at.map(instant -> new ClipSubmission.Schedule(Optional.of(instant))),
                List.of(youtube));
    }

    /** The clip's only upload; empty while the gateway cannot be asked. */
    Optional<UploadView> upload(UUID clip) {
        try {
            ClipView view = gateway().clip(clip);
            return view.uploads().stream().findFirst();
        } catch (GatewayException away) {
            return Optional.empty();
        }
    }

    /** Waits until the clip's upload is in the given state. */
    UploadView awaitState(UUID clip, UploadState state, Duration limit) {
        await("upload of clip " + clip).pollDelay(Duration.ZERO).atMost(limit).untilAsserted(() -> assertThat(
                        upload(clip).map(UploadView::state))
                .contains(state));
        return upload(clip).orElseThrow();
    }

    @Override
    public void close() {
        stack.stop();
        delete(folder);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("cliprelay-system-").toRealPath();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
