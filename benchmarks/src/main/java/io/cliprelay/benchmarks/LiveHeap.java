package io.cliprelay.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process holds on to; garbage is not growth. */
final class LiveHeap {

    private LiveHeap() {}

    /** Bytes of the part's heap that a full collection leaves, by the JDK's own tool. */
    static double of(MeasuredStack stack, String part) throws IOException {
        long pid = stack.stack().pid(part);
        run("jcmd", Long.toString(pid), "GC.run");
        URI metrics = stack.stack().url(part).resolve("/q/metrics");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(metrics.toURL().openStream()))) {
            return lines.lines()
                    .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    private static void run(String tool, String... arguments) throws IOException {
        Path command = Path.of(System.getProperty("java.home"), "bin", tool);
        Process process = new ProcessBuilder(Stream.concat(Stream.of(command.toString()), Stream.of(arguments))
                        .toList())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.onExit().join();
    }
}
