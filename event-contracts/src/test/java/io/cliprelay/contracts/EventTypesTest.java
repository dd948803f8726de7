package io.cliprelay.contracts;

import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadProgress;
import io.cliprelay.contracts.upload.UploadRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class EventTypesTest {

    @Test
    void everyAnnotatedRecordIsCarriedByJustOneTopic() {
        assertThat(TopicTypes.BY_TOPIC.values().stream().<Class<?>>flatMap(types -> types.byName().values().stream()))
                .containsExactlyInAnyOrderElementsOf(TopicTypes.records());
    }

    @Test
    void namesAreVersionedAndUnique() {
        assertThat(TopicTypes.records())
                .extracting(EventTypes::nameOf)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("io\\.cliprelay(\\.[a-z][a-z-]*)+\\.v[1-9][0-9]*"));
    }

    @Test
    void aTypeIsFoundByItsName() {
        assertThat(EventTypes.of(UploadEvent.class).find("io.cliprelay.upload.published.v1"))
                .contains(UploadEvent.Published.class);
    }

    @Test
    void aTypeOfAnotherTopicOrOfTomorrowIsNotFound() {
        assertThat(EventTypes.of(UploadEvent.class).find("io.cliprelay.upload.progress.v1"))
                .isEmpty();
        assertThat(EventTypes.of(UploadEvent.class).find("io.cliprelay.upload.published.v2"))
                .isEmpty();
    }

    @Test
    void aSingleRecordIsATopicOfOneType() {
        assertThat(EventTypes.of(UploadProgress.class).byName())
                .containsOnlyKeys("io.cliprelay.upload.progress.v1")
                .containsValue(UploadProgress.class);
    }

    @Test
    void aRecordWithoutATypeIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTypes.nameOf(UploadRef.class))
                .withMessageContaining("UploadRef has no @EventType");
    }
}
