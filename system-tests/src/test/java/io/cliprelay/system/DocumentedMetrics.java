package io.cliprelay.system;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Metrics of our own by name, with the labels of each.
 *
 * @param labels of each metric, by its name without the suffixes of a histogram
 */
record DocumentedMetrics(Map<String, Set<String>> labels) {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(cliprelay_[a-z_]+)` \\|([^|]*)\\|");
    private static final Pattern SAMPLE = Pattern.compile("(?m)^(cliprelay_[a-z_]+)(?:\\{([^}]*)})? ");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"");
    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");
    private static final Set<String> OF_HISTOGRAMS = Set.of("le");

    /** Those that a page lists in its table. */
    static DocumentedMetrics listed(String page) {
        Map<String, Set<String>> listed = new TreeMap<>();
        ROW.matcher(page)
                .results()
                .forEach(row -> listed.put(
                        row.group(1),
                        NAME.matcher(row.group(2))
                                .results()
                                .map(name -> name.group(1))
                                .collect(Collectors.toCollection(TreeSet::new))));
        return new DocumentedMetrics(listed);
    }

    /** Those that services show. */
    static DocumentedMetrics shown(String... expositions) {
        Map<String, Set<String>> shown = new TreeMap<>();
        Arrays.stream(expositions).map(SAMPLE::matcher).forEach(samples -> {
            while (samples.find()) {
                shown.computeIfAbsent(family(samples.group(1)), any -> new TreeSet<>())
                        .addAll(labels(samples));
            }
        });
        return new DocumentedMetrics(shown);
    }

    private static String family(String sample) {
        return sample.replaceFirst("_seconds_(bucket|count|sum|max)$", "_seconds");
    }

    private static Set<String> labels(Matcher sample) {
        return sample.group(2) == null
                ? Set.of()
                : LABEL.matcher(sample.group(2))
                        .results()
                        .map(label -> label.group(1))
                        .filter(label -> !OF_HISTOGRAMS.contains(label))
                        .collect(Collectors.toSet());
    }
}
