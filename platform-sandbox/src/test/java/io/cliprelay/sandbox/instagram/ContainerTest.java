package io.cliprelay.sandbox.instagram;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.sandbox.media.MediaStore;

import static org.assertj.core.api.Assertions.assertThat;

class ContainerTest {

    private static final Instant OPENED = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant READY = OPENED.plusSeconds(60);
    private static final Instant LATER = OPENED.plusSeconds(120);

    @TempDir
    Path folder;

    private Container container;

    @BeforeEach
    void open() {
        container = new Container(
                "17",
                new Account("demo", "17841", Login.FACEBOOK),
                new ReelOrder(Optional.empty(), "A caption", JsonNodeFactory.instance.objectNode()),
                OPENED,
                Duration.ofHours(24),
                new MediaStore(Optional.of(folder), 1_000_000, 1_000_000).begin());
    }

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
