package io.cliprelay.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cliprelay.cli.stack.StartListener;
import io.cliprelay.cli.terminal.LiveLines;
import io.cliprelay.cli.terminal.Table;
import io.cliprelay.cli.terminal.Terminal;

/** Shows a start: a table redrawn in place on a terminal, a line for each event elsewhere. */
final class StartDisplay implements StartListener {

    private final Terminal terminal;
    private final LiveLines lines;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    StartDisplay(Terminal terminal) {
        this.terminal = terminal;
        this.lines = new LiveLines(terminal);
    }

    private record Row(String port, String state) {}

    @Override
    public void portMoved(String name, int usual, int chosen) {
        terminal.line("Port %d is taken by something else; %s takes %d".formatted(usual, name, chosen));
    }

    @Override
    public void foundDead(String part) {
        terminal.line(part + " had ended without being told to; it is started again");
    }

    @Override
    public void started(String part, String port) {
        show(part, port, "starting");
    }

    @Override
    public void healthy(String part, String port) {
        show(part, port, "healthy");
    }

    private void show(String part, String port, String state) {
        Row row = new Row(port, state);
        boolean changed = !row.equals(rows.put(part, row));
        if (terminal.interactive()) {
            lines.show(table());
        } else if (changed) {
            terminal.line("%-18s %-12s %s".formatted(part, port, state));
        }
    }

    private List<String> table() {
        Table table = new Table("PART", "PORT", "STATE");
        rows.forEach((part, row) -> table.row(part, row.port(), row.state()));
        return table.lines();
    }
}
