package io.cliprelay.analytics.intake;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecordBatch;
import io.vertx.mutiny.sqlclient.Pool;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.cliprelay.analytics.fact.FactStore;
import io.cliprelay.analytics.fact.Generation;
import io.cliprelay.analytics.fact.Retention;
import io.cliprelay.analytics.fact.Writers;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.contracts.post.PostEvent;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.kit.consume.EventBatch;
import io.cliprelay.kit.consume.EventBatchConsumer;

/** Hears what is owed, what became of it, and what the posts have come to. */
@ApplicationScoped
public class Intake {

    private final EventBatchConsumer consumer;
    private final Pool pool;
    private final Retention retention;
    private final FactStore live = new FactStore(Generation.LIVE);
    private final Counter counted;

    Intake(EventBatchConsumer consumer, Pool pool, Retention retention, MeterRegistry meters) {
        this.consumer = consumer;
        this.pool = pool;
        this.retention = retention;
        this.counted = meters.counter("cliprelay.analytics.events");
    }

    @Incoming("clip-events")
    Uni<Void> onClips(IncomingKafkaRecordBatch<String, String> incoming) {
        return consumer.<ClipEvent>consume(incoming, Source.CLIPS.types(), batch -> learn(Source.CLIPS, batch));
    }

    @Incoming("upload-events")
    Uni<Void> onUploads(IncomingKafkaRecordBatch<String, String> incoming) {
        return consumer.<UploadEvent>consume(incoming, Source.UPLOADS.types(), batch -> learn(Source.UPLOADS, batch));
    }

    @Incoming("post-events")
    Uni<Void> onPosts(IncomingKafkaRecordBatch<String, String> incoming) {
        return consumer.<PostEvent>consume(incoming, Source.POSTS.types(), batch -> learn(Source.POSTS, batch));
    }

    private <T> Uni<Void> learn(Source<T> source, EventBatch<T> batch) {
        return pool.withTransaction(tx -> Writers.lock(tx)
                        .chain(() -> live.learn(tx, retention.of(source.lesson(batch)), batch.positions())))
                .invoke(() -> counted.increment(batch.events().size()));
    }
}
