package io.cliprelay.kit.consume;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventTypes;

/**
 * What some records of a topic tell, in the order of their partitions.
 *
 * @param events those that could be read; others are not the handler's concern
 * @param positions per partition the offset after the last of the records, whether it could be read or not
 */
public record EventBatch<T>(List<EventEnvelope<T>> events, Map<TopicPartition, Long> positions) {

    public EventBatch {
        events = List.copyOf(events);
        positions = Map.copyOf(positions);
    }

    /** Reads {@code records}; what is no event that this version knows is left out. */
    public static <T> EventBatch<T> of(Iterable<ConsumerRecord<String, String>> records, EventTypes<T> types) {
        return of(ReadRecord.all(records, types));
    }

    static <T> EventBatch<T> of(List<ReadRecord<T>> records) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        for (ReadRecord<T> read : records) {
            ConsumerRecord<String, String> record = read.record();
            positions.merge(new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max);
        }
        return new EventBatch<>(ReadRecord.events(records), positions);
    }
}
