package io.cliprelay.cli.api;

import java.util.Optional;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.UploadProgress;

/**
 * Puts the lines of an event stream together to signals, as the HTML standard says in "Server-sent events": fields until an empty
 * line are one event, a line that starts with a colon is a comment. Not thread-safe.
 */
final class EventReader {

    private String event = "";
    private final StringBuilder data = new StringBuilder();

    /** Takes the next line; answers a signal if it completes one that is known here. */
    Optional<ClipSignal> accept(String line) {
        if (line.isEmpty()) {
            return complete();
        }
        int colon = line.indexOf(':');
        if (colon > 0) {
            field(line.substring(0, colon), line.substring(colon + 1));
        }
        return Optional.empty();
    }

    private void field(String name, String value) {
        String text = value.startsWith(" ") ? value.substring(1) : value;
        switch (name) {
            case "event" -> event = text;
            case "data" -> data.append(data.isEmpty() ? "" : "\n").append(text);
            default -> {
                // The standard: fields of other names are ignored.
            }
        }
    }

    private Optional<ClipSignal> complete() {
        Optional<ClipSignal> signal = data.isEmpty() ? Optional.empty() : read(event, data.toString());
        event = "";
        data.setLength(0);
        return signal;
    }

    private static Optional<ClipSignal> read(String event, String data) {
        return switch (event) {
            case "upload" -> Optional.of(new ClipSignal.UploadChanged(EventJson.decode(data, UploadView.class)));
            case "progress" -> Optional.of(new ClipSignal.Progressed(EventJson.decode(data, UploadProgress.class)));
            default -> Optional.empty();
        };
    }
}
