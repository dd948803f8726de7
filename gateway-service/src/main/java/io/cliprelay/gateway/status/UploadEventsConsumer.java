package io.cliprelay.gateway.status;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.kit.consume.EventConsumer;

/** Keeps the read model of uploads up with their events. */
@ApplicationScoped
public class UploadEventsConsumer {

    private static final EventTypes<UploadEvent> TYPES = EventTypes.of(UploadEvent.class);

    private final EventConsumer consumer;
    private final UploadReadModel uploads;

    UploadEventsConsumer(EventConsumer consumer, UploadReadModel uploads) {
        this.consumer = consumer;
        this.uploads = uploads;
    }

    @Incoming("upload-events")
    Uni<Void> on(IncomingKafkaRecord<String, String> incoming) {
        return consumer.consume(incoming, TYPES, uploads::take);
    }
}
