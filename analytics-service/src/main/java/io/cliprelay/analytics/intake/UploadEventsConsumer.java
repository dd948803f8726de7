package io.cliprelay.analytics.intake;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.kit.consume.EventConsumer;

/** Hears what became of them. */
@ApplicationScoped
public class UploadEventsConsumer {

    private static final EventTypes<UploadEvent> TYPES = EventTypes.of(UploadEvent.class);

    private final EventConsumer consumer;
    private final UploadFacts facts;

    UploadEventsConsumer(EventConsumer consumer, UploadFacts facts) {
        this.consumer = consumer;
        this.facts = facts;
    }

    @Incoming("upload-events")
    Uni<Void> on(IncomingKafkaRecord<String, String> incoming) {
        return consumer.consume(incoming, TYPES, facts::learnOfUpload);
    }
}
