package io.cliprelay.gateway.platform;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.kit.consume.EventConsumer;

/** Learns of platforms. */
@ApplicationScoped
public class PlatformCatalogConsumer {

    private static final EventTypes<PlatformEvent> TYPES = EventTypes.of(PlatformEvent.class);

    private final EventConsumer consumer;
    private final Platforms platforms;
    private final PlatformHealths healths;

    PlatformCatalogConsumer(EventConsumer consumer, Platforms platforms, PlatformHealths healths) {
        this.consumer = consumer;
        this.platforms = platforms;
        this.healths = healths;
    }

    @Incoming("platform-catalog")
    Uni<Void> on(IncomingKafkaRecord<String, String> incoming) {
        return consumer.consume(incoming, TYPES, event -> platforms.take(event).chain(() -> healths.take(event)));
    }
}
