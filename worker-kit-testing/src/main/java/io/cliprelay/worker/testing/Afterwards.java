package io.cliprelay.worker.testing;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.awaitility.Awaitility;

import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.post.PostEvent;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;

/** What a worker tells of its posts after they were published. For one thread. */
public final class Afterwards implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TopicReader events = TopicReader.of(Topics.POST_EVENTS);
    private final Pool pool;

    /** @param pool the worker's database */
    public Afterwards(Pool pool) {
        this.pool = pool;
    }

    /** Has the upload's post read at once, as if the time had come. */
    public void readNow(UUID upload) {
        int due = pool.preparedQuery("update reading set due_at = now() where upload_id = $1")
                .execute(Tuple.of(upload))
                .await()
                .atMost(PATIENCE)
                .rowCount();
        if (due != 1) {
            throw new IllegalStateException("No reading is planned of the post of upload " + upload);
        }
    }

    /** Waits for the first event of a type about the upload's post. */
    public <T extends PostEvent> T await(UUID upload, Class<T> type) {
        return Awaitility.await("event " + type.getSimpleName() + " of upload " + upload)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> first(upload, type), event -> event != null)
                .data(type);
    }

    /** Waits until the upload's post is to be read no more. */
    public void awaitEnd(UUID upload) {
        Awaitility.await("end of the readings of upload " + upload)
                .atMost(PATIENCE)
                .until(() -> pool.preparedQuery("select 1 from reading where upload_id = $1")
                                .execute(Tuple.of(upload))
                                .await()
                                .atMost(PATIENCE)
                                .size()
                        == 0);
    }

    /** All that was told of the upload's post up to now. */
    public List<ReceivedEvent> told(UUID upload) {
        return events.about(upload);
    }

    private ReceivedEvent first(UUID upload, Class<? extends PostEvent> type) {
        return events.about(upload).stream()
                .filter(event -> event.is(type))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        events.close();
    }
}
