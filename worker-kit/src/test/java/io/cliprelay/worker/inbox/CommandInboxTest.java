package io.cliprelay.worker.inbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.upload.PlatformCommand;
import io.cliprelay.contracts.upload.Priority;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.worker.paper.Clip;
import io.cliprelay.worker.paper.PaperAccounts;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class CommandInboxTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    CommandInbox inbox;

    @Inject
    Pool pool;

    @TempDir
    Path folder;

    @Test
    void aCommandIsStoredWithTheAccountItIsFor() {
        Clip clip = Clip.in(folder);

        inbox.receive(clip.command(1)).await().atMost(LIMIT);

        assertThat(stored(clip).getUUID("account_id")).isEqualTo(PaperAccounts.DEMO);
    }

    @Test
    void aCommandIsStoredWithItsTurn() {
        Clip usual = Clip.in(folder);
        Clip urgent = Clip.in(folder);

        inbox.receive(usual.command(1)).await().atMost(LIMIT);
        inbox.receive(urgent.command(Priority.URGENT)).await().atMost(LIMIT);

        assertThat(stored(usual).getShort("priority")).isEqualTo((short) 1);
        assertThat(stored(urgent).getShort("priority")).isEqualTo((short) 0);
    }

    @Test
    void aCommandIsToldOfOnceHoweverOftenItComes() {
        Clip clip = Clip.in(folder);
        Clip next = Clip.in(folder);
        try (TopicReader events = TopicReader.of(Topics.UPLOAD_EVENTS)) {
            EventEnvelope<PlatformCommand> command = clip.command(1);
            inbox.receive(command).await().atMost(LIMIT);
            inbox.receive(command).await().atMost(LIMIT);
            inbox.receive(next.command(1)).await().atMost(LIMIT);

            Awaitility.await().atMost(LIMIT).until(() -> !queued(events, next).isEmpty());

            assertThat(queued(events, clip)).singleElement().satisfies(event -> {
                UploadCommand ordered = (UploadCommand) command.data();
                assertThat(event.data(UploadEvent.Queued.class))
                        .isEqualTo(new UploadEvent.Queued(ordered.upload(), 1, ordered.dueAt()));
                assertThat(event.tenant()).isEqualTo(command.tenant());
            });
            assertThat(events.about(clip.id()).getFirst().is(UploadEvent.Queued.class))
                    .as("told before anything that comes of it")
                    .isTrue();
        }
    }

    @Test
    void aCommandForAnUploadThatIsStillWorkedAtIsNotToldOf() {
        Clip clip = Clip.in(folder);
        Clip next = Clip.in(folder);
        try (TopicReader events = TopicReader.of(Topics.UPLOAD_EVENTS)) {
            inbox.receive(clip.command(1)).await().atMost(LIMIT);
            Awaitility.await().atMost(LIMIT).until(() -> events.about(clip.id()).stream()
                    .anyMatch(event -> event.is(UploadEvent.Published.class)));

            inbox.receive(clip.command(2)).await().atMost(LIMIT);
            inbox.receive(next.command(1)).await().atMost(LIMIT);

            Awaitility.await().atMost(LIMIT).until(() -> !queued(events, next).isEmpty());
            assertThat(queued(events, clip)).hasSize(1);
        }
    }

    private static List<ReceivedEvent> queued(TopicReader events, Clip clip) {
        return events.about(clip.id()).stream()
                .filter(event -> event.is(UploadEvent.Queued.class))
                .toList();
    }

    private Row stored(Clip clip) {
        return pool.preparedQuery("select account_id, priority from upload where upload_id = $1")
                .execute(Tuple.of(clip.id()))
                .await()
                .atMost(LIMIT)
                .iterator()
                .next();
    }
}
