package io.cliprelay.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cliprelay.benchmarks.analytics.Analytics;
import io.cliprelay.benchmarks.dispatch.Dispatch;
import io.cliprelay.benchmarks.dispatch.Lateness;
import io.cliprelay.benchmarks.dispatch.Scale;
import io.cliprelay.benchmarks.ingest.Ingest;
import io.cliprelay.benchmarks.listing.Listing;
import io.cliprelay.benchmarks.scaling.Scaling;
import io.cliprelay.benchmarks.soak.Soak;
import io.cliprelay.benchmarks.streams.Streams;
import io.cliprelay.benchmarks.upload.Upload;

/** Runs the measure that is named, or lists them. */
public final class Benchmarks {

    private static final int MISUSED = 2;

    private Benchmarks() {}

    public static void main(String[] words) throws Exception {
        Map<String, Measure> measures = measures();
        if (words.length == 0) {
            measures.forEach((name, measure) -> System.out.printf("%-10s %s%n", name, measure.purpose()));
        } else if (measures.containsKey(words[0])) {
            take(measures.get(words[0]), List.of(words).subList(1, words.length));
        } else {
            System.err.printf(
                    "There is no measure \"%s\"; there are: %s%n", words[0], String.join(", ", measures.keySet()));
            System.exit(MISUSED);
        }
    }

    private static void take(Measure measure, List<String> words) throws Exception {
        Figures figures = new Figures(System.out);
        try {
            measure.take(Arguments.of(words), figures);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(MISUSED);
        }
        System.exit(figures.broken() ? 1 : 0);
    }

    private static Map<String, Measure> measures() {
        Map<String, Measure> measures = new LinkedHashMap<>();
        measures.put("latency", new Latency());
        measures.put("footprint", new Footprint());
        measures.put("memory", new Memory());
        measures.put("throughput", new Throughput());
        measures.put("soak", new Soak());
        measures.put("upload", new Upload());
        measures.put("restart", new Restart());
        measures.put("ingest", new Ingest());
        measures.put("listing", new Listing());
        measures.put("analytics", new Analytics());
        measures.put("streams", new Streams());
        measures.put("dispatch", new Dispatch());
        measures.put("lateness", new Lateness());
        measures.put("scale", new Scale());
        measures.put("scaling", new Scaling());
        measures.put("tracing", new Tracing());
        measures.put("fuzz", new Fuzz());
        measures.put("images", new ImageSize());
        return measures;
    }
}
