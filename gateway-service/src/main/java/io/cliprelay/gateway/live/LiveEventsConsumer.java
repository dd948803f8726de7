package io.cliprelay.gateway.live;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadProgress;
import io.cliprelay.kit.consume.EventConsumer;

/** Hears everything, in every replica: a listener may be connected to any. */
@ApplicationScoped
public class LiveEventsConsumer {

    private static final EventTypes<UploadEvent> EVENTS = EventTypes.of(UploadEvent.class);
    private static final EventTypes<UploadProgress> PROGRESS = EventTypes.of(UploadProgress.class);

    private final EventConsumer consumer;
    private final LiveEvents live;

    LiveEventsConsumer(EventConsumer consumer, LiveEvents live) {
        this.consumer = consumer;
        this.live = live;
    }

    @Incoming("live-uploads")
    Uni<Void> onUpload(IncomingKafkaRecord<String, String> incoming) {
        return consumer.observe(incoming, EVENTS, event -> live.tell(event.data()));
    }

    @Incoming("live-progress")
    Uni<Void> onProgress(IncomingKafkaRecord<String, String> incoming) {
        return consumer.observe(incoming, PROGRESS, event -> live.tell(event.data()));
    }
}
