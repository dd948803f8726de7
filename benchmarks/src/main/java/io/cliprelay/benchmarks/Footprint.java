package io.cliprelay.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.cliprelay.cli.stack.PartStatus;

/** How long the stack takes to start, and what it costs while nobody uses it. */
final class Footprint implements Measure {

    private static final Duration SETTLING = Duration.ofSeconds(30);
    private static final Duration REST = Duration.ofSeconds(60);

    @Override
    public String purpose() {
        return "start time, memory and CPU of the whole stack at rest";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws Exception {
        arguments.nothingElse();
        try (MeasuredStack stack = MeasuredStack.prepare(options -> options)) {
            long start = System.nanoTime();
            stack.start();
            figures.print("footprint.start", (System.nanoTime() - start) / 1e9, "s", 45);
            stack.awaitAccount();
            rest(SETTLING);
            List<ProcessReading> before = readings(stack);
            long from = System.nanoTime();
            rest(REST);
            double seconds = (System.nanoTime() - from) / 1e9;
            List<ProcessReading> after = readings(stack);
            for (int part = 0; part < after.size(); part++) {
                ProcessReading reading = after.get(part);
                double used = reading.cpuSeconds() - before.get(part).cpuSeconds();
                figures.print("footprint.idle_cpu." + reading.name(), 100 * used / seconds, "%_of_one_core");
            }
            double cpu = cpuSeconds(after) - cpuSeconds(before);
            figures.print("footprint.idle_cpu", 100 * cpu / seconds, "%_of_one_core", 10);
            after.forEach(reading -> figures.print("footprint.rss." + reading.name(), reading.rssMegabytes(), "MB"));
            figures.print(
                    "footprint.rss",
                    after.stream().mapToDouble(ProcessReading::rssMegabytes).sum(),
                    "MB",
                    2500);
        }
    }

    private static double cpuSeconds(List<ProcessReading> readings) {
        return readings.stream().mapToDouble(ProcessReading::cpuSeconds).sum();
    }

    /** Each part with all processes that it started: PostgreSQL's are children of the local stack. */
    static List<ProcessReading> readings(MeasuredStack stack) throws IOException {
        return stack.stack().status().stream().map(Footprint::reading).toList();
    }

    private static ProcessReading reading(PartStatus part) {
        ProcessHandle process = ProcessHandle.of(part.pid().orElseThrow()).orElseThrow();
        return Stream.concat(Stream.of(process), process.descendants())
                .map(each -> ProcessReading.of(part.name(), each.pid()))
                .reduce(ProcessReading.nothing(part.name()), ProcessReading::plus);
    }

    private static void rest(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
