package io.cliprelay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What a process takes, as Linux tells in {@code /proc} (proc(5)).
 *
 * @param rssMegabytes resident memory in units of a million bytes, shared pages counted for each process that has them
 * @param cpuSeconds user and system time since its start
 */
public record ProcessReading(String name, double rssMegabytes, double cpuSeconds) {

    /** Linux counts CPU time in hundredths of a second on every common build. */
    private static final double TICKS_A_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    static ProcessReading nothing(String name) {
        return new ProcessReading(name, 0, 0);
    }

    /** Of a process; nothing if it has ended. */
    public static ProcessReading of(String name, long pid) {
        try {
            return new ProcessReading(name, rss(pid), cpu(pid));
        } catch (NoSuchFileException ended) {
            return nothing(name);
        } catch (IOException unreadable) {
            throw new IllegalStateException("/proc cannot be read; the footprint is measured on Linux", unreadable);
        }
    }

    ProcessReading plus(ProcessReading other) {
        return new ProcessReading(name, rssMegabytes + other.rssMegabytes, cpuSeconds + other.cpuSeconds);
    }

    /** Resident set in MB, from {@code VmRSS} in kibibytes. */
    static double rss(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / 1e6)
                .findFirst()
                .orElse(0);
    }

    private static double cpu(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        // The command's name, in parentheses, may hold spaces: count the fields after it.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Double.parseDouble(fields[USER_TIME]) + Double.parseDouble(fields[SYSTEM_TIME])) / TICKS_A_SECOND;
    }
}
