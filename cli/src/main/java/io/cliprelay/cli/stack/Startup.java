package io.cliprelay.cli.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.cliprelay.localstack.LocalStackMain;

/**
 * One start: the local stack and the sandbox side by side, then the services all together, which stand on the local stack. What it
 * has started is written down at once, so that it can be stopped whatever happens.
 */
final class Startup {

    private static final Duration POLL = Duration.ofMillis(100);

    private final StackOptions options;
    private final StartListener listener;
    private final StateFile stateFile;
    private final HealthProbe probe;
    private final ProcessLauncher launcher;
    private final List<ServiceDefinition> services;
    private final List<ProcessNote> started = new ArrayList<>();
    private final Set<String> starting = new LinkedHashSet<>();
    private StackState state;
    private boolean halted;

    Startup(StackOptions options, StackState state, StartListener listener) {
        this.options = options;
        this.state = state;
        this.listener = listener;
        this.stateFile = new StateFile(options.home().stateFile());
        this.probe = new HealthProbe(options.home());
        this.launcher = new ProcessLauncher(options.home());
        this.services = options.services();
    }

    /** Starts what does not run and waits until it is healthy. */
    void run() {
        Instant deadline = Instant.now().plus(options.startLimit());
        List<String> missing = missing();
        missing.stream().filter(Startup::needsNothing).forEach(this::start);
        awaitHealthy(Set.of(StackPart.LOCAL_STACK), deadline);
        missing.stream().filter(part -> !needsNothing(part)).forEach(this::start);
        awaitHealthy(Set.copyOf(missing), deadline);
        awaitAnnounced(deadline);
    }

    /** Starts nothing from now on; what it has started so far is to be stopped. May be called from any thread. */
    synchronized List<ProcessNote> halt() {
        halted = true;
        return List.copyOf(started);
    }

    private List<String> missing() {
        return Stream.concat(Stream.of(StackPart.LOCAL_STACK), services.stream().map(ServiceDefinition::name))
                .filter(part -> !state.isRunning(part))
                .toList();
    }

    private static boolean needsNothing(String part) {
        return part.equals(StackPart.LOCAL_STACK) || part.equals(StackPart.SANDBOX);
    }

    private void start(String part) {
        launch(part);
        starting.add(part);
        listener.started(part, state.ports().shown(part));
    }

    private ProcessNote startLocalStack() {
        List<String> arguments = new ArrayList<>(new JvmFlags(options).ofLocalStack());
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), LocalStackMain.class.getName()));
        return launcher.start(StackPart.LOCAL_STACK, arguments, environment().ofLocalStack(services));
    }

    private ProcessNote startService(String name) {
        ServiceDefinition service = services.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackException("No built service is called " + name));
        List<String> arguments = new ArrayList<>(new JvmFlags(options).of(service));
        arguments.addAll(List.of("-jar", service.jar().toString()));
        return launcher.start(name, arguments, environment().of(service));
    }

    private ServiceEnvironment environment() {
        return new ServiceEnvironment(options, state.ports());
    }

    /** Started and written down in one: whoever halts this knows of all processes, and no other one follows. */
    private synchronized void launch(String part) {
        if (halted) {
            throw new StackException("The start was interrupted before " + part);
        }
        remember(part.equals(StackPart.LOCAL_STACK) ? startLocalStack() : startService(part));
    }

    private void remember(ProcessNote note) {
        started.add(note);
        state = state.with(note);
        stateFile.save(state);
    }

    /** Looks at all that are starting, so that each is shown as soon as it is well, and returns once the wanted ones are. */
    private void awaitHealthy(Set<String> wanted, Instant deadline) {
        while (true) {
            starting.removeIf(this::isHealthy);
            List<String> waiting = wanted.stream().filter(starting::contains).toList();
            if (waiting.isEmpty()) {
                return;
            }
            if (Instant.now().isAfter(deadline)) {
                throw failure(
                        waiting.getFirst(),
                        "was not healthy within %d s"
                                .formatted(options.startLimit().toSeconds()));
            }
            pause();
        }
    }

    /** A clip for a platform is refused until the platform's worker has told of it, shortly after it is well itself. */
    private void awaitAnnounced(Instant deadline) {
        Announcements announcements = new Announcements(options, state.ports());
        Optional<String> silent = announcements.silentWorker();
        while (silent.isPresent()) {
            if (Instant.now().isAfter(deadline)) {
                throw failure(
                        silent.get(),
                        "had not told the gateway of its platform and an account within %d s"
                                .formatted(options.startLimit().toSeconds()));
            }
            pause();
            silent = announcements.silentWorker();
        }
    }

    private boolean isHealthy(String part) {
        return switch (probe.of(state, part)) {
            case HEALTHY -> {
                listener.healthy(part, state.ports().shown(part));
                yield true;
            }
            case STARTING -> false;
            case STOPPED -> throw failure(part, "ended during its start");
        };
    }

    private StackException failure(String part, String what) {
        String said = String.join("\n  ", LogExcerpt.of(options.home().log(part)));
        return new StackException("%s %s. It said last:%n  %s%nAll of it is in %s"
                .formatted(part, what, said, options.home().log(part)));
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("The start was interrupted", e);
        }
    }
}
