package io.cliprelay.scheduler.hold;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.kit.consume.EventConsumer;

/** Hears whether platforms take uploads. */
@ApplicationScoped
public class PlatformStatusConsumer {

    private static final EventTypes<PlatformEvent> TYPES = EventTypes.of(PlatformEvent.class);

    private final EventConsumer consumer;
    private final Tidings tidings;

    PlatformStatusConsumer(EventConsumer consumer, Tidings tidings) {
        this.consumer = consumer;
        this.tidings = tidings;
    }

    @Incoming("platform-status")
    Uni<Void> on(IncomingKafkaRecord<String, String> incoming) {
        return consumer.consume(incoming, TYPES, event -> take(event, Heard.of(incoming)));
    }

    private Uni<Void> take(EventEnvelope<PlatformEvent> event, Heard heard) {
        return event.data() instanceof PlatformEvent.StatusChanged changed
                ? tidings.take(
                        Scope.ofPlatform(changed.platform()), Word.of(changed, event.time()), event.time(), heard)
                : Uni.createFrom().voidItem();
    }
}
