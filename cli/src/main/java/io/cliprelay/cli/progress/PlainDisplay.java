package io.cliprelay.cli.progress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.cli.terminal.Terminal;
import io.cliprelay.contracts.upload.UploadPhase;
import io.cliprelay.contracts.upload.UploadProgress;
import io.cliprelay.contracts.upload.UploadState;

/** For files and pipes: a line only when the state or the phase changes, or another tenth has been sent. */
final class PlainDisplay implements ProgressBoard.Display {

    private final Terminal terminal;
    private final ProgressLine line;
    private final Map<UUID, Step> shown = new HashMap<>();

    PlainDisplay(Terminal terminal, ProgressLine line) {
        this.terminal = terminal;
        this.line = line;
    }

    /** What makes a line worth another one. */
    private record Step(UploadState state, Optional<UploadPhase> phase, int tenths) {

        static Step of(UploadTrack track) {
            return track.upload().state() == UploadState.UPLOADING
                    ? new Step(UploadState.UPLOADING, track.progress().map(UploadProgress::phase), track.percent() / 10)
                    : new Step(track.upload().state(), Optional.empty(), 0);
        }
    }

    @Override
    public void show(List<UploadTrack> tracks) {
        tracks.forEach(this::showIfNew);
    }

    private void showIfNew(UploadTrack track) {
        Step step = Step.of(track);
        if (!step.equals(shown.put(track.upload().id(), step))) {
            terminal.line("%s  %s  %s".formatted(track.upload().target(), track.title(), line.of(track)));
        }
    }
}
