package io.cliprelay.cli.api;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.upload.UploadState;

import static org.assertj.core.api.Assertions.assertThat;

class EventReaderTest {

    private static final String UPLOAD =
            "{\"id\":\"00000000-0000-0000-0000-000000000001\",\"platform\":\"youtube\",\"account\":\"demo\",\"state\":\"QUEUED\"}";
    private static final String EVENT = "{\"type\":\"upload.queued\",\"data\":{\"upload\":" + UPLOAD + "}}";

    private final EventReader reader = new EventReader();

    @Test
    void anEventEndsAtAnEmptyLine() {
        List<ClipSignal> signals = read("event:upload", "data: " + EVENT, "");
        assertThat(signals).singleElement().satisfies(signal -> assertThat(
                        ((ClipSignal.UploadChanged) signal).upload().state())
                .isEqualTo(UploadState.QUEUED));
    }

    @Test
    void commentsAndUnknownEventsAndFieldsArePassedOver() {
        assertThat(read(": heartbeat", "", "event: later-invention", "data: {}", "", "id: 7", ""))
                .isEmpty();
    }

    @Test
    void aSnapshotTellsOfAllUploads() {
        String clip = "{\"id\":\"00000000-0000-0000-0000-000000000002\",\"title\":\"Holiday\",\"uploads\":[" + UPLOAD
                + "," + UPLOAD + "]}";
        assertThat(read("id: msg_1", "event: snapshot", "data: " + clip, "")).hasSize(2);
    }

    @Test
    void dataOverSeveralLinesAreOneValue() {
        int middle = EVENT.indexOf(',');
        assertThat(read("data: " + EVENT.substring(0, middle), "data: " + EVENT.substring(middle), "event: upload", ""))
                .hasSize(1);
    }

    private List<ClipSignal> read(String... lines) {
        return List.of(lines).stream().map(reader::accept).flatMap(List::stream).toList();
    }
}
