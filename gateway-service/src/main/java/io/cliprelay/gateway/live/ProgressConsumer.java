package io.cliprelay.gateway.live;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.upload.UploadProgress;
import io.cliprelay.kit.consume.EventConsumer;

/** Hears all progress, in every replica: a reader may be connected to any. */
@ApplicationScoped
public class ProgressConsumer {

    private static final EventTypes<UploadProgress> PROGRESS = EventTypes.of(UploadProgress.class);

    private final EventConsumer consumer;
    private final Lines lines;

    ProgressConsumer(EventConsumer consumer, Lines lines) {
        this.consumer = consumer;
        this.lines = lines;
    }

    @Incoming("live-progress")
    Uni<Void> on(IncomingKafkaRecord<String, String> incoming) {
        return consumer.observe(incoming, PROGRESS, event -> lines.tell(event.tenant(), event.data()));
    }
}
