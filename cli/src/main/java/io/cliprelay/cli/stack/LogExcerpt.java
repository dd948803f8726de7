package io.cliprelay.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a log that say why something failed. */
final class LogExcerpt {

    private static final int LINES = 12;
    private static final int LOOK_BACK = 200;
    private static final Pattern FRAME = Pattern.compile("^\\s+at |^\\s*\\.\\.\\. \\d+ more");
    private static final Pattern TELLING =
            Pattern.compile("ERROR|SEVERE|FATAL|Exception|Caused by|Error:|did not start|OutOfMemory");

    private LogExcerpt() {}

    /** The last telling lines of {@code log}, or just its last lines if none is; empty if there is no log. */
    static List<String> of(Path log) {
        try {
            return telling(Files.readAllLines(log));
        } catch (IOException e) {
            return List.of();
        }
    }

    static List<String> telling(List<String> lines) {
        List<String> recent = last(lines, LOOK_BACK).stream()
                .filter(line -> !FRAME.matcher(line).find())
                .toList();
        List<String> telling =
                recent.stream().filter(line -> TELLING.matcher(line).find()).toList();
        return last(telling.isEmpty() ? recent : telling, LINES);
    }

    private static List<String> last(List<String> lines, int count) {
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }
}
