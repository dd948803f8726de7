package io.cliprelay.scheduler.due;

import java.nio.charset.StandardCharsets;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

import io.cliprelay.contracts.CloudEventHeaders;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.upload.UploadCommand;
import io.cliprelay.scheduler.job.JobEvents;

/**
 * Commands as they go to Kafka: the same CloudEvent, with the same id, however often the same attempt is sent. Keyed by the
 * account, whose commands keep their order. Not thread-safe.
 */
final class CommandRecords {

    private static final byte[] SPEC_VERSION = bytes("1.0");
    private static final byte[] SOURCE = bytes(JobEvents.SOURCE);
    private static final byte[] TYPE = bytes(EventTypes.nameOf(UploadCommand.class));
    private static final byte[] CONTENT_TYPE = bytes("application/json");

    private final InstantText dueAt = new InstantText();
    private final InstantText orderedAt = new InstantText();

    ProducerRecord<byte[], byte[]> of(String topic, DueJob job) {
        return new ProducerRecord<>(
                topic,
                null,
                bytes(job.upload().accountId().toString()),
                bytes(CommandText.of(job, dueAt)),
                headers(job));
    }

    private RecordHeaders headers(DueJob job) {
        String upload = job.upload().uploadId().toString();
        RecordHeaders headers = new RecordHeaders();
        headers.add(CloudEventHeaders.SPEC_VERSION, SPEC_VERSION);
        headers.add(CloudEventHeaders.ID, bytes(upload + "/" + job.attempt()));
        headers.add(CloudEventHeaders.SOURCE, SOURCE);
        headers.add(CloudEventHeaders.TYPE, TYPE);
        headers.add(CloudEventHeaders.SUBJECT, bytes(upload));
        headers.add(CloudEventHeaders.TIME, bytes(orderedAt.of(job.orderedAt())));
        headers.add(CloudEventHeaders.TENANT, bytes(job.tenant()));
        headers.add(CloudEventHeaders.CONTENT_TYPE, CONTENT_TYPE);
        job.traceparent().ifPresent(trace -> headers.add(CloudEventHeaders.TRACEPARENT, bytes(trace)));
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
