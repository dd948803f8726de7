package io.cliprelay.cli.progress;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cliprelay.cli.api.ClipSignal;
import io.cliprelay.cli.api.ClipView;
import io.cliprelay.cli.terminal.Terminal;

/** The uploads of one or several clips, one line each. Thread-safe. */
public final class ProgressBoard {

    private final Map<UUID, UploadTrack> tracks = new LinkedHashMap<>();
    private final Display display;

    private ProgressBoard(Display display) {
        this.display = display;
    }

    /** How lines get onto the screen. */
    interface Display {
        void show(List<UploadTrack> tracks);
    }

    /** Redraws in place on a terminal, prints changes elsewhere. */
    public static ProgressBoard on(Terminal terminal) {
        ProgressLine line = new ProgressLine(Clock.systemUTC(), ZoneId.systemDefault());
        return new ProgressBoard(
                terminal.interactive() ? new LiveDisplay(terminal, line) : new PlainDisplay(terminal, line));
    }

    /** Shows a clip's uploads as they are now. */
    public synchronized void show(ClipView clip) {
        clip.uploads()
                .forEach(upload -> tracks.compute(
                        upload.id(),
                        (id, known) -> known == null ? UploadTrack.of(clip.title(), upload) : known.with(upload)));
        refresh();
    }

    /** Takes over what the gateway tells. */
    public synchronized void accept(ClipSignal signal) {
        switch (signal) {
            case ClipSignal.UploadChanged(var upload) ->
                tracks.computeIfPresent(upload.id(), (id, known) -> known.with(upload));
            case ClipSignal.Progressed(var progress) ->
                tracks.computeIfPresent(progress.upload().uploadId(), (id, known) -> known.with(progress));
        }
        refresh();
    }

    /** Shows all again, because time has passed. */
    public synchronized void refresh() {
        display.show(List.copyOf(tracks.values()));
    }
}
