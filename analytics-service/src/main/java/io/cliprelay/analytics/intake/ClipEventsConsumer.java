package io.cliprelay.analytics.intake;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.kit.consume.EventConsumer;

/** Hears of the uploads that are owed. */
@ApplicationScoped
public class ClipEventsConsumer {

    private static final EventTypes<ClipEvent> TYPES = EventTypes.of(ClipEvent.class);

    private final EventConsumer consumer;
    private final UploadFacts facts;

    ClipEventsConsumer(EventConsumer consumer, UploadFacts facts) {
        this.consumer = consumer;
        this.facts = facts;
    }

    @Incoming("clip-events")
    Uni<Void> on(IncomingKafkaRecord<String, String> incoming) {
        return consumer.consume(incoming, TYPES, facts::learnOfClip);
    }
}
