package io.cliprelay.kit.consume;

import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.EventTypes;

/**
 * Takes events from Kafka many at a time, with the care of {@link EventConsumer}: an outage makes the batch wait; where
 * its handling fails for a reason of its own, its records are handled one by one, and only those that still fail are set
 * aside.
 */
@ApplicationScoped
public class EventBatchConsumer {

    private static final Logger LOG = Logger.getLogger(EventBatchConsumer.class);

    private final EventConsumer single;

    EventBatchConsumer(EventConsumer single) {
        this.single = single;
    }

    /**
     * Handles the records of one poll.
     *
     * @param handler must be idempotent, and have no effect where it fails
     * @return completes when the batch is acknowledged
     */
    public <T> Uni<Void> consume(
            IncomingKafkaRecordBatch<String, String> incoming,
            EventTypes<T> types,
            Function<EventBatch<T>, Uni<Void>> handler) {
        List<ReadRecord<T>> records = ReadRecord.all(records(incoming), types);
        return attempt(records, handler)
                .onFailure()
                .recoverWithUni(failure -> oneByOne(records, handler, failure))
                .chain(() -> inOrder(ReadRecord.unread(records), this::dealWithTheUnread))
                .chain(() -> Uni.createFrom().completionStage(incoming.ack()));
    }

    private <T> Uni<Void> attempt(List<ReadRecord<T>> records, Function<EventBatch<T>, Uni<Void>> handler) {
        String topic = records.getFirst().record().topic();
        return single.patiently(topic, () -> handler.apply(EventBatch.of(records)));
    }

    private <T> Uni<Void> oneByOne(
            List<ReadRecord<T>> records, Function<EventBatch<T>, Uni<Void>> handler, Throwable failure) {
        LOG.warnf(failure, "%d records failed together and are handled one by one", records.size());
        return inOrder(records, record -> attempt(List.of(record), handler)
                .onFailure()
                .recoverWithUni(own -> single.setAsideSafely(record.record(), "handling failed: " + own)));
    }

    private <T> Uni<Void> dealWithTheUnread(ReadRecord<T> read) {
        return switch (read.reading()) {
            case Reading.Readable<T> readable -> Uni.createFrom().voidItem();
            case Reading.UnknownType<T> unknown -> single.count(read.record().topic(), unknown.type());
            case Reading.Unreadable<T> unreadable -> single.setAsideSafely(read.record(), unreadable.reason());
        };
    }

    private static <T> Uni<Void> inOrder(List<ReadRecord<T>> records, Function<ReadRecord<T>, Uni<Void>> each) {
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndConcatenate(each::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    @SuppressWarnings("unchecked") // the channel's deserialisers are for strings, both of them
    private static ConsumerRecords<String, String> records(IncomingKafkaRecordBatch<String, String> incoming) {
        return incoming.getMetadata()
                .get(IncomingKafkaRecordBatchMetadata.class)
                .orElseThrow(() -> new IllegalStateException("not a batch of Kafka records: " + incoming))
                .getRecords();
    }
}
