package io.cliprelay.cli.terminal;

import java.util.List;

/** Some lines at the bottom of a terminal that are redrawn in place. Not thread-safe. */
public final class LiveLines {

    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final Terminal terminal;
    private int drawn;

    public LiveLines(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Shows {@code lines} instead of those shown before. */
    public void show(List<String> lines) {
        StringBuilder frame = new StringBuilder();
        if (drawn > 0) {
            frame.append(UP.formatted(drawn)).append(CLEAR_BELOW);
        }
        lines.forEach(line -> frame.append(cut(line)).append('\n'));
        terminal.out().print(frame);
        terminal.out().flush();
        drawn = lines.size();
    }

    /** A line too long would wrap, and the next redraw would miss it. */
    private String cut(String line) {
        int limit = terminal.width() - 1;
        return line.length() <= limit ? line : line.substring(0, limit - 1) + "…";
    }
}
