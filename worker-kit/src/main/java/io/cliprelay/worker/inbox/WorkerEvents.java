package io.cliprelay.worker.inbox;

import java.time.Instant;
import java.util.Optional;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.kit.outbox.OutgoingEvent;

/** What a worker says about an upload: to everyone, in the order of the upload's events. */
final class WorkerEvents {

    private WorkerEvents() {}

    static OutgoingEvent toEveryone(String tenant, Instant at, UploadEvent event, Optional<String> trace) {
        String subject = event.upload().uploadId().toString();
        String source = "/cliprelay/" + event.upload().platform() + "-worker";
        EventEnvelope<UploadEvent> envelope = EventEnvelope.of(source, subject, tenant, at, event);
        return new OutgoingEvent(Topics.UPLOAD_EVENTS, subject, envelope.tracedBy(trace));
    }
}
