package io.cliprelay.contracts;

import java.util.Set;

import com.fasterxml.jackson.databind.SerializationFeature;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.platform.MediaRules;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadProgress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EventJsonTest {

    @Test
    void malformedJsonIsUnreadableWithItsReason() {
        assertUnreadable("{\"upload\":", UploadEvent.Started.class, "not a Started: Unexpected end-of-input");
    }

    @Test
    void twoEventsInOneAreUnreadable() {
        assertUnreadable("{\"title\":\"a\"} {\"title\":\"b\"}", ClipSubmission.class, "Trailing token");
    }

    @Test
    void jsonNullIsUnreadable() {
        assertUnreadable("null", UploadEvent.Started.class, "the JSON is null, expected Started");
    }

    @Test
    void anUnknownEnumValueIsUnreadable() {
        String json = Samples.text("io.cliprelay.upload.progress.v1").replace("transferring", "teleporting");

        assertUnreadable(json, UploadProgress.class, "teleporting");
    }

    @Test
    void aMissingNumberIsUnreadableRatherThanZero() {
        String json = Samples.text("io.cliprelay.upload.started.v1").replace("\"attempt\"", "\"tried\"");

        assertUnreadable(json, UploadEvent.Started.class, "null");
    }

    @Test
    void aNullInAListIsUnreadableAndNamed() {
        assertUnreadable("{\"tags\":[\"sea\",null]}", ClipSubmission.class, "Invalid `null` value");
        assertUnreadable("{\"targets\":[null]}", ClipSubmission.class, "Invalid `null` value");
        assertUnreadable(
                "{\"targets\":[{\"options\":{\"categoryId\":null}}]}", ClipSubmission.class, "Invalid `null` value");
    }

    @Test
    void aFieldThatIsNullReadsAsAbsent() {
        String nulls = "{\"media\":null,\"tags\":null,\"schedule\":null,\"targets\":[{\"options\":null}]}";

        assertThat(EventJson.decode(nulls, ClipSubmission.class))
                .isEqualTo(EventJson.decode("{\"targets\":[{}]}", ClipSubmission.class));
    }

    @Test
    void aSetIsWrittenInTheSameOrderByEveryProcess() {
        assertThat(EventJson.encode(new MediaRules(Set.of("video/webm", "video/mp4", "video/avi", "video/mpeg"), 1)))
                .isEqualTo(
                        "{\"contentTypes\":[\"video/avi\",\"video/mp4\",\"video/mpeg\",\"video/webm\"],\"maxBytes\":1}");
    }

    @Test
    void aMapperOfTheCallersOwnDoesNotChangeOurs() {
        EventJson.mapper().enable(SerializationFeature.INDENT_OUTPUT);

        assertThat(EventJson.encode(Set.of(1))).isEqualTo("[1]");
    }

    private static void assertUnreadable(String json, Class<?> type, String reason) {
        assertThatExceptionOfType(UnreadableEventException.class)
                .isThrownBy(() -> EventJson.decode(json, type))
                .withMessageContaining(reason);
    }
}
