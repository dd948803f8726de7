package io.cliprelay.benchmarks.soak;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a process was started, so that the same can be started again.
 *
 * @param log what it says is appended here
 */
record Launch(List<String> command, Map<String, String> environment, Path log) {

    private static final String PORT = "CLIPRELAY_HTTP_PORT";

    /** As Linux tells of a running process in {@code /proc} (proc(5)). */
    static Launch of(long pid, Path log) throws IOException {
        Map<String, String> environment = new HashMap<>();
        parts(Path.of("/proc/" + pid + "/environ")).forEach(entry -> {
            int sign = entry.indexOf('=');
            environment.put(entry.substring(0, sign), entry.substring(sign + 1));
        });
        return new Launch(parts(Path.of("/proc/" + pid + "/cmdline")).toList(), environment, log);
    }

    /** The same, with its own port and log. */
    Launch elsewhere(int port, Path otherLog) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(PORT, Integer.toString(port));
        return new Launch(command, changed, otherLog);
    }

    int port() {
        return Integer.parseInt(environment.get(PORT));
    }

    ProcessHandle start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start().toHandle();
    }

    private static Stream<String> parts(Path file) throws IOException {
        return Stream.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0"))
                .filter(part -> !part.isEmpty());
    }
}
