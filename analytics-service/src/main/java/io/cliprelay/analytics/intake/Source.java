package io.cliprelay.analytics.intake;

import java.util.List;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.cliprelay.analytics.fact.Lesson;
import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.contracts.post.PostEvent;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.kit.consume.EventBatch;

/** A topic that statistics are made from, and what its events teach. */
public record Source<T>(String topic, EventTypes<T> types, Function<EventEnvelope<T>, Lesson> lesson) {

    static final Source<ClipEvent> CLIPS =
            new Source<>(Topics.CLIP_EVENTS, EventTypes.of(ClipEvent.class), Lesson::ofClip);
    static final Source<UploadEvent> UPLOADS =
            new Source<>(Topics.UPLOAD_EVENTS, EventTypes.of(UploadEvent.class), Lesson::ofUpload);
    static final Source<PostEvent> POSTS =
            new Source<>(Topics.POST_EVENTS, EventTypes.of(PostEvent.class), Lesson::ofPost);

    /** All of them. */
    public static final List<Source<?>> ALL = List.of(CLIPS, UPLOADS, POSTS);

    Lesson lesson(EventBatch<T> batch) {
        return Lesson.of(batch.events().stream().map(lesson));
    }

    /** What records of the topic teach; what cannot be read teaches nothing. */
    public Lesson lesson(Iterable<ConsumerRecord<String, String>> records) {
        return lesson(EventBatch.of(records, types));
    }
}
