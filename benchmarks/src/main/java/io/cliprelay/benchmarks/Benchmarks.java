package io.cliprelay.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** Runs the measure that is named, or lists them. */
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, Measure> measures = measures();
        if (arguments.length == 0) {
            measures.forEach((name, measure) -> System.out.printf("%-10s %s%n", name, measure.purpose()));
        } else if (measures.containsKey(arguments[0])) {
            measures.get(arguments[0]).take(new Figures(System.out));
        } else {
            System.err.printf(
                    "There is no measure \"%s\"; there are: %s%n", arguments[0], String.join(", ", measures.keySet()));
            System.exit(2);
        }
    }

    private static Map<String, Measure> measures() {
        Map<String, Measure> measures = new LinkedHashMap<>();
        measures.put("latency", new Latency());
        measures.put("footprint", new Footprint());
        measures.put("memory", new Memory());
        return measures;
    }
}
