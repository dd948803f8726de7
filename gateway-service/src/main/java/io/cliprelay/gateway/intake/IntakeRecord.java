package io.cliprelay.gateway.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

import io.cliprelay.contracts.CloudEventHeaders;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.gateway.submission.SubmissionReader;
import io.cliprelay.kit.problem.UnreadableJson;

/**
 * What stands in a record of {@code clip-intake}. Its writers are others' programs: they may send CloudEvents in binary
 * and in structured mode, and of the attributes only the required ones are asked for.
 */
sealed interface IntakeRecord {

    /** A submission. */
    record Readable(Producer producer, ClipSubmission clip) implements IntakeRecord {}

    /** Sound JSON that says something else: its sender can be told what is wrong. */
    record Misspelt(Producer producer, Problem problem) implements IntakeRecord {}

    /** An event of another type. */
    record OfOtherType(String type) implements IntakeRecord {}

    /** No event. */
    record Unreadable(String reason) implements IntakeRecord {}

    /**
     * Reads a record.
     *
     * @param value may be null
     * @param principalHeader where a proxy tells who wrote it
     */
    static IntakeRecord read(Headers headers, String value, Optional<String> principalHeader) {
        Optional<String> principal = principalHeader.flatMap(name -> header(headers, name));
        String contentType =
                header(headers, CloudEventHeaders.CONTENT_TYPE).orElse("").toLowerCase(Locale.ROOT);
        if (contentType.startsWith("application/cloudevents-batch")) {
            return new Unreadable("batches of events are not taken; send one event a record");
        }
        try {
            CloudEvent event = contentType.startsWith("application/cloudevents")
                    ? CloudEvent.structured(contentType, value)
                    : CloudEvent.binary(name -> header(headers, name), value);
            return read(event, principal);
        } catch (CloudEvent.NoneException none) {
            return new Unreadable(none.getMessage());
        }
    }

    private static IntakeRecord read(CloudEvent event, Optional<String> principal) {
        if (!event.type().equals(EventTypes.nameOf(ClipSubmission.class))) {
            return new OfOtherType(event.type());
        }
        Producer producer = new Producer(event.source(), event.id(), event.tenant(), principal);
        try {
            return new Readable(producer, SubmissionReader.read(event.data()));
        } catch (JsonParseException malformed) {
            return new Unreadable("no JSON: " + malformed.getOriginalMessage());
        } catch (JsonProcessingException misspelt) {
            return new Misspelt(producer, UnreadableJson.problem(misspelt));
        }
    }

    private static Optional<String> header(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> !text.isBlank());
    }
}
