package io.cliprelay.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** The end of a log, and what is added to it. Not thread-safe. */
public final class LogTail {

    private static final Duration POLL = Duration.ofMillis(250);

    private final Path log;
    private long position;

    public LogTail(Path log) {
        this.log = log;
    }

    /** The last lines, in constant memory however long the log is. */
    public List<String> last(int count) throws IOException {
        position = Files.size(log);
        Deque<String> lines = new ArrayDeque<>();
        try (Stream<String> all = Files.lines(log)) {
            all.forEach(line -> {
                lines.addLast(line);
                if (lines.size() > count) {
                    lines.removeFirst();
                }
            });
        }
        return List.copyOf(lines);
    }

    /** Copies what is added after the last lines to {@code out}, until the thread is interrupted. */
    public void follow(OutputStream out) throws IOException, InterruptedException {
        while (true) {
            copyAdded(out);
            Thread.sleep(POLL);
        }
    }

    void copyAdded(OutputStream out) throws IOException {
        long size = Files.size(log);
        if (size < position) {
            // A new log has taken the place of one that had become large.
            position = 0;
        }
        try (FileChannel channel = FileChannel.open(log)) {
            position += channel.transferTo(position, size - position, Channels.newChannel(out));
        }
        out.flush();
    }
}
