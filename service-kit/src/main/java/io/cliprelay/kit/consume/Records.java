package io.cliprelay.kit.consume;

import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The Kafka record behind a message. */
final class Records {

    private Records() {}

    @SuppressWarnings("unchecked") // the channel's deserialisers are for strings, both of them
    static ConsumerRecord<String, String> of(IncomingKafkaRecord<String, String> incoming) {
        return incoming.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow(() -> new IllegalStateException("not a Kafka record: " + incoming))
                .getRecord();
    }
}
