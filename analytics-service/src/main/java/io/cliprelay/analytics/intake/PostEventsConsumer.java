package io.cliprelay.analytics.intake;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.post.PostEvent;
import io.cliprelay.kit.consume.EventConsumer;

/** Hears what the posts have come to. */
@ApplicationScoped
public class PostEventsConsumer {

    private static final EventTypes<PostEvent> TYPES = EventTypes.of(PostEvent.class);

    private final EventConsumer consumer;
    private final PostFacts facts;

    PostEventsConsumer(EventConsumer consumer, PostFacts facts) {
        this.consumer = consumer;
        this.facts = facts;
    }

    @Incoming("post-events")
    Uni<Void> on(IncomingKafkaRecord<String, String> incoming) {
        return consumer.consume(incoming, TYPES, facts::learn);
    }
}
