package io.cliprelay.kit.consume;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventTypes;

/** A record and what came of reading it. */
record ReadRecord<T>(ConsumerRecord<String, String> record, Reading<T> reading) {

    static <T> List<ReadRecord<T>> all(Iterable<ConsumerRecord<String, String>> records, EventTypes<T> types) {
        return StreamSupport.stream(records.spliterator(), false)
                .map(record -> new ReadRecord<>(record, EventReader.read(record.headers(), record.value(), types)))
                .toList();
    }

    static <T> List<EventEnvelope<T>> events(Collection<ReadRecord<T>> records) {
        return records.stream().flatMap(ReadRecord::event).toList();
    }

    static <T> List<ReadRecord<T>> unread(Collection<ReadRecord<T>> records) {
        return records.stream()
                .filter(read -> !(read.reading() instanceof Reading.Readable<T>))
                .toList();
    }

    private Stream<EventEnvelope<T>> event() {
        return reading instanceof Reading.Readable<T> readable ? Stream.of(readable.event()) : Stream.empty();
    }
}
