package io.cliprelay.scheduler.due;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.scheduler.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The database's clock is set, by an hour. */
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ClockStepTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    Table table;

    private Stage stage;
    private UUID before;

    @BeforeEach
    void oneJobIsOut() {
        stage = new Stage();
        before = ordered();
    }

    @AfterEach
    void setRight() {
        table.setClock(Duration.ZERO);
        stage.close();
    }

    @Test
    void setForwardItHasWhatIsDueByItGoOutOnceAndRepeatsNothing() {
        UUID clip = table.put(20, Instant.now().plus(Duration.ofMinutes(30)));

        table.setClock(HOUR);

        // Far below the safety poll of these tests: the step itself was seen.
        await().atMost(Stage.PATIENCE)
                .until(() -> table.count("clip_id = $1 and state = 'QUEUED' and attempt = 1", clip) == 20);
        table.setClock(Duration.ZERO);
        ordered();
        assertThat(stage.commands.all(command -> command.value().contains(clip.toString())))
                .hasSize(20);
        assertThat(stage.commands.about(before)).hasSize(1);
    }

    @Test
    void setBackItHasNothingGoOutTwiceOrEarlyAndLosesNothing() {
        table.setClock(HOUR.negated());
        UUID clip = table.put(20, Instant.now());
        UUID due = table.put(1, Instant.now().minus(HOUR));
        table.wakeAll();

        stage.awaitCommand(table.only(due), 1);
        assertThat(stage.commands.all(command -> command.value().contains(clip.toString())))
                .isEmpty();

        table.setClock(Duration.ZERO);
        await().atMost(Stage.PATIENCE)
                .until(() -> table.count("clip_id = $1 and state = 'QUEUED' and attempt = 1", clip) == 20);
        assertThat(stage.commands.all(command -> command.value().contains(clip.toString())))
                .hasSize(20);
        assertThat(stage.commands.about(before)).hasSize(1);
    }

    private UUID ordered() {
        UUID upload = table.only(table.put(1, Instant.now().minus(HOUR.multipliedBy(2))));
        table.wakeAll();
        stage.awaitCommand(upload, 1);
        return upload;
    }
}
