package io.cliprelay.kit.testing.fuzz;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** What came back. Thread-safe. */
public final class FuzzFindings {

    private static final int SHOWN = 1000;

    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final List<String> serverErrors = new CopyOnWriteArrayList<>();
    private final List<String> leaks = new CopyOnWriteArrayList<>();
    private final List<String> hangs = new CopyOnWriteArrayList<>();
    private final List<String> cuts = new CopyOnWriteArrayList<>();

    void answered(int status) {
        statuses.computeIfAbsent(status, first -> new LongAdder()).increment();
    }

    void failed(FuzzRequest request, int status, String answer) {
        serverErrors.add(status + " to " + request + ": " + shortened(answer));
    }

    void leaked(FuzzRequest request, String answer) {
        leaks.add(request + ": " + shortened(answer));
    }

    void hung(FuzzRequest request) {
        hangs.add(request.toString());
    }

    void cut(FuzzRequest request, Exception reason) {
        cuts.add(request + ": " + reason);
    }

    /** How many answers had which status. */
    public Map<Integer, Long> statuses() {
        Map<Integer, Long> counted = new TreeMap<>();
        statuses.forEach((status, count) -> counted.put(status, count.sum()));
        return counted;
    }

    /** Answers from 500, each with its request. */
    public List<String> serverErrors() {
        return serverErrors;
    }

    /** Answers that told a caller what is another's. */
    public List<String> leaks() {
        return leaks;
    }

    /** Requests that were not answered in time. */
    public List<String> hangs() {
        return hangs;
    }

    /** Requests whose connection ended before the answer did. */
    public List<String> cuts() {
        return cuts;
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
