package io.cliprelay.linkedin;

import java.util.Map;

import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.linkedin.testing.Configured;
import io.cliprelay.worker.spi.PublishMode;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What LinkedIn does not have is refused, never replaced by something like it. */
class DraftsTest {

    @Test
    void aClipThatIsNotToBePublishedIsRefused() {
        assertThatExceptionOfType(UploadException.class)
                .isThrownBy(() -> Drafts.requireNone(PublishMode.DRAFT))
                .satisfies(refused -> assertThat(refused.failure()).isInstanceOf(UploadFailure.InvalidInput.class))
                .satisfies(refused -> assertThat(refused.effectPossible()).isFalse())
                .satisfies(
                        refused -> assertThat(refused.failure().reason().code()).isEqualTo("linkedin.no-drafts"));
        assertThatCode(() -> Drafts.requireNone(PublishMode.PUBLISH)).doesNotThrowAnyException();
    }

    @Test
    void aWorkerThatIsToPublishNothingDoesNotStart() {
        assertThatThrownBy(() -> start(Map.of("upload.auto-publish", "false")))
                .hasMessageContaining("cliprelay.linkedin.upload.auto-publish is false")
                .hasMessageContaining("set it to true");
        assertThatCode(() -> start(Map.of())).doesNotThrowAnyException();
    }

    private static void start(Map<String, String> settings) {
        new Drafts().start(new StartupEvent(), Configured.with(settings));
    }
}
