package io.cliprelay.benchmarks.streams;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

import io.cliprelay.cli.api.ClipView;
import io.cliprelay.cli.api.UploadView;
import io.cliprelay.contracts.CloudEventHeaders;
import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.Ids;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadRef;

/** Tells of uploads what their worker would, at the instant in which it says so. */
final class QueuedUploads implements AutoCloseable {

    /** Whose key the stack hands out. */
    private static final String TENANT = "default";

    private final KafkaProducer<String, String> producer;

    QueuedUploads(String broker) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker, ProducerConfig.LINGER_MS_CONFIG, 0),
                new StringSerializer(),
                new StringSerializer());
        // The first record waits for the topic's partitions otherwise.
        producer.partitionsFor(Topics.UPLOAD_EVENTS);
    }

    /** That the clip's first upload is queued. */
    void tell(ClipView clip) {
        UploadView upload = clip.uploads().getFirst();
        UUID account = Ids.account(TENANT, upload.platform(), upload.account());
        UploadRef ref = new UploadRef(upload.id(), clip.id(), upload.platform(), account);
        Instant now = Instant.now();
        EventEnvelope<?> event = EventEnvelope.of(
                "/benchmarks", upload.id().toString(), TENANT, now, new UploadEvent.Queued(ref, 1, now));
        ProducerRecord<String, String> record =
                new ProducerRecord<>(Topics.UPLOAD_EVENTS, upload.id().toString(), EventJson.encode(event.data()));
        CloudEventHeaders.of(event)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
    }

    @Override
    public void close() {
        producer.close();
    }
}
