package io.cliprelay.cli.stack;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.cliprelay.cli.api.GatewayClient;
import io.cliprelay.localstack.FreePorts;

/**
 * A whole Cliprelay on this machine, in one home folder: Kafka and PostgreSQL, the sandbox and the services, each a process. What it
 * does is remembered in the home folder, so that another {@code Stack} on the same home goes on from there. Commands that change what
 * runs exclude each other, also between processes.
 */
public final class Stack {

    private static final int USUAL_KAFKA_PORT = 9092;
    private static final int USUAL_DATABASE_PORT = 5432;

    private final StackOptions options;
    private final StateFile stateFile;
    private final Shutdown shutdown;
    private final StackLock lock;

    public Stack(StackOptions options) {
        this.options = options;
        this.stateFile = new StateFile(options.home().stateFile());
        this.shutdown = new Shutdown(options.home());
        this.lock = new StackLock(options.home());
    }

    /** Whether a start had anything to do. */
    public enum StartResult {
        STARTED,
        ALREADY_RUNNING
    }

    /**
     * Starts what does not run and returns once all of it is healthy and clips can be handed in for every platform.
     *
     * @throws StackException if a part does not become healthy; what this call has started is stopped again
     */
    public StartResult start(StartListener listener) {
        return lock.whileHeld(() -> startMissing(listener));
    }

    /** Stops what runs of it, also what a crash has left; harmless if nothing does. Returns how many processes it stopped. */
    public int stop() {
        return lock.whileHeld(this::stopAll);
    }

    /** Stops it and deletes its data; the logs stay. */
    public void reset() {
        lock.whileHeld(() -> {
            int stopped = stopAll();
            options.home().deleteData();
            return stopped;
        });
    }

    /** Ends a part as a crash would (SIGKILL) and returns once it is gone. */
    public void kill(String part) {
        note(part).running().ifPresent(process -> Shutdown.kill(process).join());
    }

    /** Stops a part if it runs, in good order, and starts it again in its old place; returns once it is healthy. */
    public void restart(String part) {
        lock.whileHeld(() -> {
            shutdown.stop(List.of(note(part)));
            return startMissing(StartListener.SILENT);
        });
    }

    /** How each part is, whether it runs or not. */
    public List<PartStatus> status() {
        Optional<StackState> state = stateFile.load();
        HealthProbe probe = new HealthProbe(options.home());
        return parts().map(part -> status(part, state, probe)).toList();
    }

    /** Where a service listens. */
    public URI url(String service) {
        return state().ports().url(service).orElseThrow(() -> unknown(service));
    }

    /** Its gateway, with the key that it takes; another one where {@code CLIPRELAY_API_KEY} says so. */
    public GatewayClient gateway() {
        return new GatewayClient(
                url(StackPart.GATEWAY), GatewayClient.keyFromEnvironment().or(this::apiKey));
    }

    /** The key that its gateway takes; empty where it was never started. */
    public Optional<String> apiKey() {
        return new FirstKey(options.home().apiKey()).text();
    }

    /** The process of a part, as started last. */
    public long pid(String part) {
        return note(part).pid();
    }

    /** Where everyone listens. */
    public StackPorts ports() {
        return state().ports();
    }

    /** Whether any part of it runs. */
    public boolean isRunning() {
        return stateFile.load().map(state -> !state.running().isEmpty()).orElse(false);
    }

    public StackOptions options() {
        return options;
    }

    private StartResult startMissing(StartListener listener) {
        StackState state = stateToStartFrom(listener);
        if (parts().allMatch(state::isRunning)) {
            return StartResult.ALREADY_RUNNING;
        }
        run(new Startup(options, state, listener));
        return StartResult.STARTED;
    }

    private void run(Startup startup) {
        Thread onInterrupt = new Thread(() -> shutdown.stop(startup.halt()), "stop-half-started");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        try {
            startup.run();
        } catch (RuntimeException e) {
            shutdown.stop(startup.halt());
            throw e;
        } finally {
            forget(onInterrupt);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            // Then the hook runs, as it should.
        }
    }

    private StackState stateToStartFrom(StartListener listener) {
        Optional<StackState> earlier =
                stateFile.load().filter(state -> !state.running().isEmpty());
        earlier.ifPresent(state -> dead(state).forEach(listener::foundDead));
        if (earlier.filter(this::canBeCompleted).isPresent()) {
            return earlier.get();
        }
        stopAll();
        PortChoice.Chosen chosen = choosePorts();
        chosen.moved().forEach(moved -> listener.portMoved(moved.name(), moved.usual(), moved.chosen()));
        return new StackState(chosen.ports(), List.of());
    }

    /** Those that run know the others' ports, so a dead part can only come back to its own. */
    private boolean canBeCompleted(StackState state) {
        return state.ports().byName().keySet().equals(usualPorts().keySet())
                && state.ports().byName().entrySet().stream()
                        .allMatch(entry -> state.isRunning(partListeningAs(entry.getKey()))
                                || isFreeOrOrphans(entry.getKey(), entry.getValue()));
    }

    private boolean isFreeOrOrphans(String name, int port) {
        if (name.equals(StackPart.POSTGRES)) {
            shutdown.stopOrphanedDatabase();
        }
        return FreePorts.isFree(port);
    }

    private static String partListeningAs(String name) {
        return name.equals(StackPart.KAFKA) || name.equals(StackPart.POSTGRES) ? StackPart.LOCAL_STACK : name;
    }

    private PortChoice.Chosen choosePorts() {
        PortChoice choice = new PortChoice(FreePorts::isFree);
        Map<String, Integer> usual = usualPorts();
        return options.freePorts() ? choice.random(usual.keySet()) : choice.near(usual);
    }

    private Map<String, Integer> usualPorts() {
        Map<String, Integer> usual = new LinkedHashMap<>();
        usual.put(StackPart.KAFKA, USUAL_KAFKA_PORT);
        usual.put(StackPart.POSTGRES, USUAL_DATABASE_PORT);
        options.services().forEach(service -> usual.put(service.name(), service.usualPort()));
        return usual;
    }

    private int stopAll() {
        List<ProcessNote> running = stateFile.load().map(StackState::running).orElse(List.of());
        shutdown.stop(running);
        shutdown.stopOrphanedDatabase();
        stateFile.delete();
        return running.size();
    }

    private Stream<String> dead(StackState state) {
        return parts().filter(part -> state.process(part).isPresent() && !state.isRunning(part));
    }

    private Stream<String> parts() {
        return Stream.concat(
                Stream.of(StackPart.LOCAL_STACK), options.services().stream().map(ServiceDefinition::name));
    }

    private PartStatus status(String part, Optional<StackState> state, HealthProbe probe) {
        Optional<Long> pid = state.flatMap(known -> known.process(part))
                .filter(note -> note.running().isPresent())
                .map(ProcessNote::pid);
        Health health = state.map(known -> probe.of(known, part)).orElse(Health.STOPPED);
        String port = pid.flatMap(running -> state)
                .map(known -> known.ports().shown(part))
                .orElse("");
        return new PartStatus(part, pid, port, health, options.home().log(part).toString());
    }

    private ProcessNote note(String part) {
        return state().process(part).orElseThrow(() -> unknown(part));
    }

    private StackState state() {
        return stateFile.load().orElseThrow(() -> new StackException("Nothing runs; ./cliprelay up starts it"));
    }

    private static StackException unknown(String part) {
        return new StackException("No part of the running stack is called " + part);
    }
}
