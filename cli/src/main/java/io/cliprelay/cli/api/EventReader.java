package io.cliprelay.cli.api;

import java.util.List;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.UploadProgress;

/**
 * Puts the lines of an event stream together to signals, as the HTML standard says in "Server-sent events": fields until an empty
 * line are one event, a line that starts with a colon is a comment. Not thread-safe.
 */
final class EventReader {

    private String event = "";
    private final StringBuilder data = new StringBuilder();

    /** The part of an event that is of use here; {@code upload} is absent where something happened to the clip. */
    private record Told(Data data) {
        private record Data(UploadView upload) {}
    }

    /** Takes the next line; answers what it completes, as far as that is known here. */
    List<ClipSignal> accept(String line) {
        if (line.isEmpty()) {
            return complete();
        }
        int colon = line.indexOf(':');
        if (colon > 0) {
            field(line.substring(0, colon), line.substring(colon + 1));
        }
        return List.of();
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

    private List<ClipSignal> complete() {
        List<ClipSignal> signals = data.isEmpty() ? List.of() : read(event, data.toString());
        event = "";
        data.setLength(0);
        return signals;
    }

    private static List<ClipSignal> read(String event, String data) {
        return switch (event) {
            case "snapshot" -> changed(EventJson.decode(data, ClipView.class).uploads());
            case "upload" ->
                changed(List.of(EventJson.decode(data, Told.class).data().upload()));
            case "progress" -> List.of(new ClipSignal.Progressed(EventJson.decode(data, UploadProgress.class)));
            default -> List.of();
        };
    }

    private static List<ClipSignal> changed(List<UploadView> uploads) {
        return uploads.stream().<ClipSignal>map(ClipSignal.UploadChanged::new).toList();
    }
}
