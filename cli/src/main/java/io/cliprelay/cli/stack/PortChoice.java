package io.cliprelay.cli.stack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Finds a port for everyone: the usual one, the next free one above if something else listens there, or any at all. */
final class PortChoice {

    /** Below the range that systems take for outgoing connections, so that none of those gets in between. */
    private static final int RANDOM_FROM = 15_000;

    private static final int RANDOM_TO = 32_000;
    private static final int HIGHEST = 65_535;

    private final IntPredicate free;
    private final Set<Integer> taken = new HashSet<>();

    /** @param free whether nobody listens on a port */
    PortChoice(IntPredicate free) {
        this.free = free;
    }

    /**
     * A port that had to move.
     *
     * @param usual where something else listens
     */
    record Moved(String name, int usual, int chosen) {}

    /** What was chosen, and what of it is not as usual. */
    record Chosen(StackPorts ports, List<Moved> moved) {}

    /** The usual ports where they are free. */
    Chosen near(Map<String, Integer> usual) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        List<Moved> moved = new ArrayList<>();
        // First all that stay, so that one that moves does not push another away.
        usual.forEach((name, port) -> {
            if (take(port)) {
                ports.put(name, port);
            }
        });
        usual.forEach((name, port) -> {
            if (!ports.containsKey(name)) {
                ports.put(name, firstFreeAbove(port));
                moved.add(new Moved(name, port, ports.get(name)));
            }
        });
        return new Chosen(new StackPorts(ports), moved);
    }

    /** Any free ports, so that stacks can run side by side. */
    Chosen random(Set<String> names) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        names.forEach(name -> ports.put(name, firstFree(new Random().ints(RANDOM_FROM, RANDOM_TO))));
        return new Chosen(new StackPorts(ports), List.of());
    }

    private int firstFreeAbove(int port) {
        return firstFree(IntStream.rangeClosed(port + 1, HIGHEST));
    }

    private int firstFree(IntStream candidates) {
        return candidates.filter(this::take).findFirst().orElseThrow(() -> new StackException("No free TCP port left"));
    }

    private boolean take(int port) {
        return !taken.contains(port) && free.test(port) && taken.add(port);
    }
}
