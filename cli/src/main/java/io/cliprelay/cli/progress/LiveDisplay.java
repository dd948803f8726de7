package io.cliprelay.cli.progress;

import java.util.List;

import io.cliprelay.cli.terminal.LiveLines;
import io.cliprelay.cli.terminal.Terminal;

/** One line per upload, redrawn in place. */
final class LiveDisplay implements ProgressBoard.Display {

    private final LiveLines lines;
    private final ProgressLine line;

    LiveDisplay(Terminal terminal, ProgressLine line) {
        this.lines = new LiveLines(terminal);
        this.line = line;
    }

    @Override
    public void show(List<UploadTrack> tracks) {
        int width =
                tracks.stream().mapToInt(track -> label(track).length()).max().orElse(0);
        lines.show(tracks.stream()
                .map(track -> label(track) + " ".repeat(width - label(track).length()) + "  " + line.of(track))
                .toList());
    }

    private static String label(UploadTrack track) {
        return track.upload().target() + "  " + track.title();
    }
}
