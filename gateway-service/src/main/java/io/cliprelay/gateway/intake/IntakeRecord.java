package io.cliprelay.gateway.intake;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

import io.cliprelay.contracts.CloudEventHeaders;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.gateway.submission.SubmissionReader;
import io.cliprelay.kit.problem.UnreadableJson;

/**
 * What stands in a record of {@code clip-intake}. Its writers are others' programs: of the CloudEvents attributes only
 * the required ones are asked for.
 */
sealed interface IntakeRecord {

    /** Who sent it, and under which name. */
    record Origin(String source, String id) {
        public Origin {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(id, "id");
        }
    }

    /** A submission. */
    record Readable(Origin origin, ClipSubmission clip) implements IntakeRecord {}

    /** Sound JSON that says something else: its sender can be told what is wrong. */
    record Misspelt(Origin origin, Problem problem) implements IntakeRecord {}

    /** An event of another type. */
    record OfOtherType(String type) implements IntakeRecord {}

    /** No event. */
    record Unreadable(String reason) implements IntakeRecord {}

    static IntakeRecord read(IncomingKafkaRecord<String, String> incoming) {
        Headers headers = incoming.getHeaders();
        Optional<String> type = header(headers, CloudEventHeaders.TYPE);
        Optional<String> id = header(headers, CloudEventHeaders.ID);
        Optional<String> source = header(headers, CloudEventHeaders.SOURCE);
        if (type.isEmpty() || id.isEmpty() || source.isEmpty()) {
            return new Unreadable("one of the headers ce_id, ce_source, ce_type is missing or empty");
        }
        return type.get().equals(EventTypes.nameOf(ClipSubmission.class))
                ? read(new Origin(source.get(), id.get()), incoming.getPayload())
                : new OfOtherType(type.get());
    }

    private static IntakeRecord read(Origin origin, String json) {
        if (json == null) {
            return new Unreadable("the record has no value");
        }
        try {
            return new Readable(origin, SubmissionReader.read(json));
        } catch (JsonParseException malformed) {
            return new Unreadable("no JSON: " + malformed.getOriginalMessage());
        } catch (JsonProcessingException misspelt) {
            return new Misspelt(origin, UnreadableJson.problem(misspelt));
        }
    }

    private static Optional<String> header(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> !text.isBlank());
    }
}
