package io.cliprelay.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cliprelay.cli.api.AccountView;
import io.cliprelay.cli.api.ClipView;
import io.cliprelay.cli.api.GatewayClient;
import io.cliprelay.cli.progress.ClipFollower;
import io.cliprelay.cli.progress.LiveBoard;
import io.cliprelay.cli.progress.ProgressBoard;
import io.cliprelay.cli.stack.ServiceDefinition;
import io.cliprelay.cli.stack.Stack;
import io.cliprelay.cli.stack.StackException;
import io.cliprelay.cli.terminal.Terminal;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.ClipSubmission.Schedule;
import io.cliprelay.contracts.clip.ClipSubmission.Target;

/** One run of the demo: the sample clip some times, to an account of every platform that is the sandbox's. */
record Demo(Stack stack, GatewayClient gateway, Terminal terminal, Duration limit) {

    private static final String USUAL_ACCOUNT = "demo";

    private static final Duration AHEAD = Duration.ofSeconds(8);
    private static final Duration APART = Duration.ofSeconds(3);
    private static final Duration ACCOUNTS_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    /** The clips at their end. */
    List<ClipView> run() {
        List<Target> targets = targets();
        String run = UUID.randomUUID().toString().substring(0, 4);
        ClipView now = submit("Cliprelay demo " + run + ", at once", Optional.empty(), targets);
        ClipView later = submit(
                "Cliprelay demo " + run + ", scheduled",
                Optional.of(Instant.now().plus(AHEAD)),
                targets);
        return follow(List.of(now, later));
    }

    /** {@code count} clips, some seconds apart, followed to their end. */
    List<ClipView> run(int count) {
        List<Target> targets = targets();
        String run = UUID.randomUUID().toString().substring(0, 4);
        Instant now = Instant.now();
        return follow(IntStream.rangeClosed(1, count)
                .mapToObj(number -> submit(
                        "Cliprelay chaos %s, clip %d".formatted(run, number),
                        Optional.of(now.plus(APART.multipliedBy(number))),
                        targets))
                .toList());
    }

    private List<ClipView> follow(List<ClipView> clips) {
        try (LiveBoard live = LiveBoard.on(terminal)) {
            clips.forEach(live.board()::show);
            List<CompletableFuture<ClipView>> following =
                    clips.stream().map(clip -> follow(clip, live.board())).toList();
            return following.stream().map(this::awaited).toList();
        }
    }

    private CompletableFuture<ClipView> follow(ClipView clip, ProgressBoard board) {
        return CompletableFuture.supplyAsync(
                () -> new ClipFollower(gateway, board).follow(clip.id()), Thread::startVirtualThread);
    }

    private ClipView awaited(CompletableFuture<ClipView> clip) {
        try {
            return clip.orTimeout(limit.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw switch (e.getCause()) {
                case TimeoutException late -> tooSlow(e);
                case RuntimeException other -> other;
                case null, default -> e;
            };
        }
    }

    private StackException tooSlow(Exception cause) {
        return new StackException(
                "Not all uploads were at an end within %d s; ./cliprelay clips shows how they are, ./cliprelay logs SERVICE why"
                        .formatted(limit.toSeconds()),
                cause);
    }

    private ClipView submit(String title, Optional<Instant> at, List<Target> targets) {
        ClipSubmission clip = new ClipSubmission(
                Optional.of(stack.options().installation().sampleClip().toUri()),
                Optional.empty(),
                Optional.of(title),
                Optional.of("Made by ./cliprelay demo."),
                List.of("cliprelay", "demo"),
                // Each platform's own default: not all know all.
                Optional.empty(),
                Optional.empty(),
                at.map(instant -> new Schedule(Optional.of(instant))),
                targets);
        return gateway.submit(clip, UUID.randomUUID().toString());
    }

    /** An account of every platform that has a worker; workers tell of them shortly after they are up. */
    private List<Target> targets() {
        int platforms = emulated().size();
        Instant deadline = Instant.now().plus(ACCOUNTS_LIMIT);
        List<Target> targets = knownTargets();
        while (targets.size() < platforms && Instant.now().isBefore(deadline)) {
            pause();
            targets = knownTargets();
        }
        if (platforms == 0) {
            throw new StackException("All workers have real credentials (config/*-worker.properties), and the demo "
                    + "publishes to the sandbox only; move the files away, then ./cliprelay down");
        }
        if (targets.size() < platforms) {
            throw new StackException("Only %d of %d workers have told of an account within %d s; their logs say why"
                    .formatted(targets.size(), platforms, ACCOUNTS_LIMIT.toSeconds()));
        }
        return targets;
    }

    /** What an account can take is known only when its platform has been told of too. */
    private List<Target> knownTargets() {
        List<String> described = gateway.platforms();
        Set<String> emulated = emulated();
        return onePerPlatform(gateway.accounts().stream()
                .filter(account -> described.contains(account.platform()) && emulated.contains(account.platform()))
                .toList());
    }

    /** Nobody wants a demonstration on a real account. */
    private Set<String> emulated() {
        return stack.options().workerServices().stream()
                .filter(worker -> !stack.options().installation().isReal(worker))
                .map(ServiceDefinition::bareName)
                .collect(Collectors.toSet());
    }

    private static List<Target> onePerPlatform(List<AccountView> accounts) {
        Stream<AccountView> firsts = accounts.stream()
                .collect(Collectors.toMap(AccountView::platform, account -> account, Demo::usual))
                .values()
                .stream();
        return firsts.map(account -> TargetArgument.target(account.platform(), Optional.of(account.name())))
                .toList();
    }

    private static AccountView usual(AccountView first, AccountView second) {
        return second.name().equals(USUAL_ACCOUNT) ? second : first;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("The demo was interrupted", e);
        }
    }
}
