package io.cliprelay.kit.consume;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.Topics;

/**
 * Sets records aside that cannot be handled: as they came, with the reason and their origin in headers. Of one that does
 * not fit with these headers it keeps the head, and says how large it was; the whole is where it came from.
 */
@ApplicationScoped
public class DeadLetters {

    public static final String REASON = "cliprelay-dlq-reason";
    public static final String TOPIC = "cliprelay-dlq-topic";
    public static final String PARTITION = "cliprelay-dlq-partition";
    public static final String OFFSET = "cliprelay-dlq-offset";

    /** How many bytes the value had; only where this is its head. */
    public static final String SIZE = "cliprelay-dlq-size";

    /** What of a value is kept at least, in characters. */
    static final int HEAD = 64 * 1024;

    private static final int LONGEST_KEPT = 1024;

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final MutinyEmitter<String> emitter;
    private final MeterRegistry meters;

    DeadLetters(@Channel("dead-letters") MutinyEmitter<String> emitter, MeterRegistry meters) {
        this.emitter = emitter;
        this.meters = meters;
    }

    /** Completes when the record, or its head, is safe on its topic's dead-letter topic. */
    public Uni<Void> setAside(ConsumerRecord<String, String> record, String reason) {
        LOG.warnf(
                "Record %s-%d@%d goes to %s: %s",
                record.topic(), record.partition(), record.offset(), Topics.deadLetters(record.topic()), reason);
        meters.counter("cliprelay.dead.letters", "topic", record.topic()).increment();
        return send(record, record.value(), headers(record, record.headers(), reason))
                .onFailure(Refusal::causes)
                .recoverWithUni(refusal -> sendHead(record, reason));
    }

    private Uni<Void> send(ConsumerRecord<String, String> record, String value, Headers headers) {
        return emitter.sendMessage(Message.of(value)
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(Topics.deadLetters(record.topic()))
                        .withKey(record.key())
                        .withHeaders(headers)
                        .build()));
    }

    private Uni<Void> sendHead(ConsumerRecord<String, String> record, String reason) {
        RecordHeaders kept = new RecordHeaders(Stream.of(record.headers().toArray())
                .filter(header -> header.key().startsWith("ce_"))
                .filter(header -> header.value() != null && header.value().length <= LONGEST_KEPT)
                .toList());
        Headers headers = headers(record, kept, head(reason, LONGEST_KEPT));
        headers.add(SIZE, bytes(Integer.toString(record.serializedValueSize())));
        return send(record, head(record.value(), HEAD), headers);
    }

    /** Not cut within a character. */
    private static String head(String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private static Headers headers(ConsumerRecord<String, String> record, Headers kept, String reason) {
        return new RecordHeaders(kept)
                .add(REASON, bytes(reason))
                .add(TOPIC, bytes(record.topic()))
                .add(PARTITION, bytes(Integer.toString(record.partition())))
                .add(OFFSET, bytes(Long.toString(record.offset())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
