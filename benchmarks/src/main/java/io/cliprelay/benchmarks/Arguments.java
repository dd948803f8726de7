package io.cliprelay.benchmarks;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What follows a measure's name: {@code --name value}, as often as there are names. */
public final class Arguments {

    private final Map<String, String> values = new TreeMap<>();
    private final Set<String> asked = new HashSet<>();

    private Arguments() {}

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException if one is no {@code --name} or has no value
     */
    static Arguments of(List<String> words) {
        Arguments arguments = new Arguments();
        for (int at = 0; at < words.size(); at += 2) {
            if (!words.get(at).startsWith("--") || at + 1 == words.size()) {
                throw new IllegalArgumentException("\"" + words.get(at) + "\" is no --name with a value after it");
            }
            arguments.values.put(words.get(at).substring(2), words.get(at + 1));
        }
        return arguments;
    }

    /**
     * The whole number under {@code name}, or {@code otherwise}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public long number(String name, long otherwise) {
        asked.add(name);
        String value = values.getOrDefault(name, Long.toString(otherwise));
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--" + name + " is \"" + value + "\"; give a whole number", e);
        }
    }

    /** The words under {@code name}, or {@code otherwise}. */
    public String text(String name, String otherwise) {
        asked.add(name);
        return values.getOrDefault(name, otherwise);
    }

    /**
     * To be called when all that a measure takes has been asked for.
     *
     * @throws IllegalArgumentException naming what else was given
     */
    public void nothingElse() {
        Set<String> others = new TreeSet<>(values.keySet());
        others.removeAll(asked);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("--" + String.join(", --", others) + " is not known; there is "
                    + (asked.isEmpty() ? "nothing to set" : "--" + String.join(", --", new TreeSet<>(asked))));
        }
    }
}
