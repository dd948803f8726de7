package io.cliprelay.kit.consume;

import java.nio.charset.StandardCharsets;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.Topics;

/** Sets records aside that cannot be handled: as they came, with the reason and their origin in headers. */
@ApplicationScoped
public class DeadLetters {

    public static final String REASON = "cliprelay-dlq-reason";
    public static final String TOPIC = "cliprelay-dlq-topic";
    public static final String PARTITION = "cliprelay-dlq-partition";
    public static final String OFFSET = "cliprelay-dlq-offset";

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final MutinyEmitter<String> emitter;
    private final MeterRegistry meters;

    DeadLetters(@Channel("dead-letters") MutinyEmitter<String> emitter, MeterRegistry meters) {
        this.emitter = emitter;
        this.meters = meters;
    }

    /** Completes when the record is safe on its topic's dead-letter topic. */
    public Uni<Void> setAside(ConsumerRecord<String, String> record, String reason) {
        LOG.warnf(
                "Record %s-%d@%d goes to %s: %s",
                record.topic(), record.partition(), record.offset(), Topics.deadLetters(record.topic()), reason);
        meters.counter("cliprelay.dead.letters", "topic", record.topic()).increment();
        return emitter.sendMessage(Message.of(record.value()).addMetadata(metadata(record, reason)));
    }

    private static OutgoingKafkaRecordMetadata<String> metadata(ConsumerRecord<String, String> record, String reason) {
        RecordHeaders headers = new RecordHeaders(record.headers());
        headers.add(REASON, reason.getBytes(StandardCharsets.UTF_8));
        headers.add(TOPIC, record.topic().getBytes(StandardCharsets.UTF_8));
        headers.add(PARTITION, Integer.toString(record.partition()).getBytes(StandardCharsets.UTF_8));
        headers.add(OFFSET, Long.toString(record.offset()).getBytes(StandardCharsets.UTF_8));
        return OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(Topics.deadLetters(record.topic()))
                .withKey(record.key())
                .withHeaders(headers)
                .build();
    }
}
