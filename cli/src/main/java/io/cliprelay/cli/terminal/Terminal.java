package io.cliprelay.cli.terminal;

import java.io.PrintStream;
import java.util.Optional;

/**
 * Where output goes.
 *
 * @param interactive whether lines may be redrawn in place
 * @param width in characters; longer lines are cut when redrawn
 */
public record Terminal(PrintStream out, boolean interactive, int width) {

    private static final int USUAL_WIDTH = 120;

    /** Standard output. The launcher says in {@code CLIPRELAY_TTY=1} that it is a terminal, which Java cannot tell. */
    public static Terminal standard() {
        boolean interactive = "1".equals(System.getenv("CLIPRELAY_TTY")) && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(System.out, interactive, widthOf(System.getenv("COLUMNS")));
    }

    public void line(String text) {
        out.println(text);
    }

    private static int widthOf(String columns) {
        return Optional.ofNullable(columns)
                .filter(value -> value.matches("[1-9]\\d{1,3}"))
                .map(Integer::parseInt)
                .orElse(USUAL_WIDTH);
    }
}
