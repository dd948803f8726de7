package io.cliprelay.worker.progress;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.CloudEventHeaders;
import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.UploadProgress;
import io.cliprelay.worker.inbox.StoredUpload;

/** Tells how far uploads are, straight to Kafka: a report that is lost is replaced by the next. */
@ApplicationScoped
public class ProgressReports {

    private static final Logger LOG = Logger.getLogger(ProgressReports.class);

    private final MutinyEmitter<String> emitter;

    ProgressReports(@Channel("upload-progress") @OnOverflow(OnOverflow.Strategy.DROP) MutinyEmitter<String> emitter) {
        this.emitter = emitter;
    }

    /** Sends a report and does not wait for it. */
    public void tell(StoredUpload upload, TransferMeter.Reading reading, Instant now) {
        UploadProgress progress = new UploadProgress(
                upload.command().upload(),
                upload.command().attempt(),
                reading.phase(),
                reading.bytesSent(),
                reading.bytesTotal(),
                reading.bytesPerSecond(),
                reading.secondsLeft(),
                now);
        // Nobody waits for progress, and an upload must not fail for want of it.
        emitter.sendMessage(message(upload, progress, now))
                .subscribe()
                .with(sent -> {}, failure -> LOG.debugf("A progress report was lost: %s", failure));
    }

    private static Message<String> message(StoredUpload upload, UploadProgress progress, Instant now) {
        String subject = upload.id().toString();
        String source = "/cliprelay/" + progress.upload().platform() + "-worker";
        EventEnvelope<UploadProgress> event = EventEnvelope.of(source, subject, upload.tenant(), now, progress);
        RecordHeaders headers = new RecordHeaders();
        CloudEventHeaders.of(event).forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return Message.of(EventJson.encode(progress))
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(subject)
                        .withHeaders(headers)
                        .build());
    }
}
