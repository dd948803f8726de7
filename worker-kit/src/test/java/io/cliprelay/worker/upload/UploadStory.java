package io.cliprelay.worker.upload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import io.vertx.mutiny.sqlclient.Pool;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.upload.PlatformCommand;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.worker.inbox.CommandInbox;
import io.cliprelay.worker.paper.Clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One upload as a test orders it, and all that is told of it. */
record UploadStory(CommandInbox inbox, Pool pool, TopicReader events, Clip clip) implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Nobody works any more at what a story left in question. */
    private static final String LEAVE_ALL = "update upload set step = 'FAILED', owner = null, lease_until = null, "
            + "fencing = fencing + 1 where step not in ('DONE', 'FAILED')";

    /** The account is as new: stories share it, and what one used up, broke or left is not the next one's to suffer. */
    static UploadStory begin(CommandInbox inbox, Pool pool, Path folder) {
        List.of(LEAVE_ALL, "delete from budget", "delete from budget_use", "delete from breaker")
                .forEach(change -> pool.query(change).execute().await().atMost(PATIENCE));
        return new UploadStory(inbox, pool, TopicReader.of(Topics.UPLOAD_EVENTS), Clip.in(folder));
    }

    void order(int attempt) {
        order(clip.command(attempt));
    }

    void order(EventEnvelope<PlatformCommand> command) {
        inbox.receive(command).await().atMost(PATIENCE);
    }

    void awaitTold(String... kinds) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told()).containsExactly(kinds));
    }

    List<String> told() {
        return events.about(clip.id()).stream().map(UploadStory::kind).toList();
    }

    UploadFailure failure() {
        return last(UploadEvent.AttemptFailed.class).failure();
    }

    <T extends UploadEvent> T last(Class<T> kind) {
        return events.about(clip.id()).getLast().data(kind);
    }

    String column(String name) {
        return pool.query("select " + name + "::text from upload where upload_id = '" + clip.id() + "'")
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getString(0);
    }

    /** Changes its row. */
    void change(String assignment) {
        pool.query("update upload set " + assignment + " where upload_id = '" + clip.id() + "'")
                .execute()
                .await()
                .atMost(PATIENCE);
    }

    @Override
    public void close() {
        pool.query(LEAVE_ALL).execute().await().atMost(PATIENCE);
        events.close();
    }

    private static String kind(ReceivedEvent event) {
        return Arrays.stream(UploadEvent.class.getPermittedSubclasses())
                .filter(event::is)
                .map(Class::getSimpleName)
                .findFirst()
                .orElseThrow();
    }
}
