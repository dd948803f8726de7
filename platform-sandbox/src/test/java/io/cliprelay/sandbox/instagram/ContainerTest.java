package io.cliprelay.sandbox.instagram;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

import io.cliprelay.sandbox.media.MediaFile;

import static org.assertj.core.api.Assertions.assertThat;

class ContainerTest {

    private static final Instant OPENED = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant READY = OPENED.plusSeconds(60);
    private static final Instant LATER = OPENED.plusSeconds(120);

    private final Container container = new Container(
            "17",
            new Account("demo", "17841", Login.FACEBOOK),
            new ReelOrder(Optional.empty(), "A caption", JsonNodeFactory.instance.objectNode()),
            OPENED,
            Duration.ofHours(24),
            MediaFile.nowhere());

    @Test
    void itIsInProgressUntilItIsProcessed() {
        assertThat(container.status(LATER)).isEqualTo(Container.Status.IN_PROGRESS);
        container.complete(READY);
        assertThat(container.status(READY.minusMillis(1))).isEqualTo(Container.Status.IN_PROGRESS);
        assertThat(container.status(READY)).isEqualTo(Container.Status.FINISHED);
    }

    @Test
    void itFailsWhereItIsToFailOnceItIsProcessed() {
        container.failWith("2207026");
        container.complete(READY);

        assertThat(container.status(READY)).isEqualTo(Container.Status.ERROR);
    }

    @Test
    void itExpiresAfterADayUnlessItIsPublished() {
        container.complete(READY);
        Instant tomorrow = OPENED.plus(Duration.ofHours(24));
        assertThat(container.status(tomorrow)).isEqualTo(Container.Status.EXPIRED);

        container.published("18", READY);

        assertThat(container.status(tomorrow)).isEqualTo(Container.Status.PUBLISHED);
    }

    @Test
    void whatIsShownLagsBehindPublishing() {
        container.complete(READY);
        container.published("18", READY);

        assertThat(container.shown(READY.plusSeconds(9), Duration.ofSeconds(10)))
                .isEqualTo(Container.Status.FINISHED);
        assertThat(container.shown(READY.plusSeconds(10), Duration.ofSeconds(10)))
                .isEqualTo(Container.Status.PUBLISHED);
    }
}
