package io.cliprelay.cli.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which stack, and how it shall run.
 *
 * @param freePorts any free ports instead of the usual ones, so that several stacks run side by side
 * @param environment variables for a service beyond those that the stack sets, by the service's name
 * @param jvmFlags flags for a service's JVM after the usual ones, which they override, by the service's name
 * @param mediaRoots the folders that clips may be read from
 * @param workers the names of the workers that shall run; empty for all that have been built
 * @param startLimit how long all of it may take to become healthy
 */
public record StackOptions(
        Installation installation,
        StackHome home,
        boolean freePorts,
        Map<String, Map<String, String>> environment,
        Map<String, List<String>> jvmFlags,
        List<Path> mediaRoots,
        Optional<Set<String>> workers,
        Duration startLimit) {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    public StackOptions {
        environment = Map.copyOf(environment);
        jvmFlags = Map.copyOf(jvmFlags);
        mediaRoots = List.copyOf(mediaRoots);
        workers = workers.map(Set::copyOf);
    }

    /** The usual ports; media from the project folder, the user's home and the current folder. */
    public static StackOptions usual(Installation installation, StackHome home) {
        List<Path> roots = Stream.of(installation.folder(), Path.of(System.getProperty("user.home")), Path.of(""))
                .map(folder -> folder.toAbsolutePath().normalize())
                .distinct()
                .toList();
        return new StackOptions(installation, home, false, Map.of(), Map.of(), roots, Optional.empty(), START_LIMIT);
    }

    /** The same on any free ports. */
    public StackOptions onFreePorts() {
        return new StackOptions(installation, home, true, environment, jvmFlags, mediaRoots, workers, startLimit);
    }

    /** The same with variables for {@code service}, in addition to or instead of those given before. */
    public StackOptions withEnvironment(String service, Map<String, String> variables) {
        Map<String, String> merged = new HashMap<>(environment.getOrDefault(service, Map.of()));
        merged.putAll(variables);
        return new StackOptions(
                installation,
                home,
                freePorts,
                with(environment, service, merged),
                jvmFlags,
                mediaRoots,
                workers,
                startLimit);
    }

    /** The same with these flags for the JVM of {@code service}. */
    public StackOptions withJvmFlags(String service, List<String> flags) {
        return new StackOptions(
                installation,
                home,
                freePorts,
                environment,
                with(jvmFlags, service, flags),
                mediaRoots,
                workers,
                startLimit);
    }

    /** The same with clips from these folders only. */
    public StackOptions withMediaRoots(List<Path> folders) {
        return new StackOptions(installation, home, freePorts, environment, jvmFlags, folders, workers, startLimit);
    }

    /** The same with these workers only, each by its folder's name. */
    public StackOptions withWorkers(Set<String> names) {
        return new StackOptions(
                installation, home, freePorts, environment, jvmFlags, mediaRoots, Optional.of(names), startLimit);
    }

    /** Every part that shall run as a process of its own, in the order in which people think of them. */
    public List<ServiceDefinition> services() {
        return installation.services().stream()
                .filter(service -> service.kind() != ServiceKind.WORKER
                        || workers.map(wanted -> wanted.contains(service.name()))
                                .orElse(true))
                .toList();
    }

    /** The workers that shall run. */
    public List<ServiceDefinition> workerServices() {
        return services().stream()
                .filter(service -> service.kind() == ServiceKind.WORKER)
                .toList();
    }

    private static <T> Map<String, T> with(Map<String, T> values, String key, T value) {
        Map<String, T> changed = new HashMap<>(values);
        changed.put(key, value);
        return changed;
    }
}
