package io.cliprelay.gateway.change;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.problem.FieldError;
import io.cliprelay.gateway.submission.SubmissionReader;
import io.cliprelay.kit.problem.ProblemException;

/**
 * What is to be different of a clip: a JSON merge patch (RFC 7396) of the submission, whose members replace those of the
 * submission and whose nulls remove them.
 */
record ClipPatch(ObjectNode changes) {

    private static final Set<String> CHANGEABLE = Set.of("title", "description", "tags", "privacy", "schedule");

    private static final ObjectMapper MAPPER = EventJson.mapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /**
     * The patch in {@code json}.
     *
     * @throws JsonProcessingException where it is no JSON object
     * @throws ProblemException where it names what cannot be changed
     */
    static ClipPatch read(String json) throws JsonProcessingException {
        if (!(MAPPER.readTree(json) instanceof ObjectNode changes)) {
            throw MismatchedInputException.from(null, ClipPatch.class, "The body is not an object");
        }
        List<FieldError> errors = StreamSupport.stream(((Iterable<String>) changes::fieldNames).spliterator(), false)
                .filter(name -> !CHANGEABLE.contains(name))
                .map(ClipPatch::notChangeable)
                .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(ChangeProblems.invalid(errors));
        }
        return new ClipPatch(changes);
    }

    /** Whether the clip gets another time by it. */
    boolean moves() {
        return changes.has("schedule");
    }

    /** The submission as it is from now on. */
    ClipSubmission applyTo(String submission) throws JsonProcessingException {
        ObjectNode merged = (ObjectNode) MAPPER.readTree(submission);
        changes.properties().forEach(change -> merge(merged, change.getKey(), change.getValue()));
        return SubmissionReader.read(MAPPER.writeValueAsString(merged));
    }

    /** A schedule is one value: half of the old one beside half of a new one has no meaning. */
    private static void merge(ObjectNode into, String name, JsonNode value) {
        if (value.isNull()) {
            into.remove(name);
        } else {
            into.set(name, value);
        }
    }

    private static FieldError notChangeable(String name) {
        return new FieldError(
                "/" + name.replace("~", "~0").replace("/", "~1"),
                "field.not-changeable",
                "A clip's %s cannot be changed".formatted(name),
                "Send only " + String.join(", ", CHANGEABLE.stream().sorted().toList())
                        + "; or cancel the clip and submit it anew.");
    }
}
