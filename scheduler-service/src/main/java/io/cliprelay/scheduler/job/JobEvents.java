package io.cliprelay.scheduler.job;

import java.time.Instant;
import java.util.Optional;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.upload.PlatformCommand;
import io.cliprelay.contracts.upload.UploadEvent;
import io.cliprelay.contracts.upload.UploadRef;
import io.cliprelay.kit.outbox.OutgoingEvent;

/**
 * What the scheduler says about a job. All of it has the upload as its subject, so that the outbox keeps its order, and
 * the trace context of the submission, however much later it is said.
 */
public final class JobEvents {

    /** Who says it. */
    public static final String SOURCE = "/cliprelay/scheduler";

    private JobEvents() {}

    /** To everyone, in the order of the upload's events. */
    public static OutgoingEvent toEveryone(Job job, Instant at, UploadEvent event) {
        String key = event.upload().uploadId().toString();
        return new OutgoingEvent(Topics.UPLOAD_EVENTS, key, envelope(job, at, event));
    }

    /** The same for an upload whose job need not be looked up. */
    public static OutgoingEvent toEveryone(String tenant, Optional<String> trace, Instant at, UploadEvent event) {
        String key = event.upload().uploadId().toString();
        EventEnvelope<UploadEvent> envelope = EventEnvelope.of(SOURCE, key, tenant, at, event);
        return new OutgoingEvent(Topics.UPLOAD_EVENTS, key, envelope.tracedBy(trace));
    }

    /** To the platform's worker, in the order of the account's commands. */
    public static OutgoingEvent toWorker(Job job, Instant at, PlatformCommand command) {
        return toWorker(job.upload(), job.tenant(), job.traceparent(), at, command);
    }

    /** The same for an upload whose job need not be looked up. */
    static OutgoingEvent toWorker(
            UploadRef upload, String tenant, Optional<String> trace, Instant at, PlatformCommand command) {
        String topic = Topics.platformUpload(upload.platform());
        EventEnvelope<PlatformCommand> event =
                EventEnvelope.of(SOURCE, upload.uploadId().toString(), tenant, at, command);
        return new OutgoingEvent(topic, upload.accountId().toString(), event.tracedBy(trace));
    }

    /** Whether the event is one of ours that came back: what it says is in the job already. */
    public static boolean isOwn(EventEnvelope<?> event) {
        return event.source().equals(SOURCE);
    }

    private static <T> EventEnvelope<T> envelope(Job job, Instant at, T data) {
        String subject = job.upload().uploadId().toString();
        return EventEnvelope.of(SOURCE, subject, job.tenant(), at, data).tracedBy(job.traceparent());
    }
}
