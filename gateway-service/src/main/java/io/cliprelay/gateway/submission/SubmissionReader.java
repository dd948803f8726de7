package io.cliprelay.gateway.submission;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.type.LogicalType;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.clip.ClipSubmission;

/** Reads a submission and lets nothing pass that was not understood: a mistyped field must not be lost in silence. */
public final class SubmissionReader {

    private static final ObjectMapper STRICT = strict();

    private SubmissionReader() {}

    /**
     * The submission in {@code json}.
     *
     * @throws JsonMappingException where the JSON is sound but says something else
     * @throws JsonProcessingException where it is no JSON
     */
    public static ClipSubmission read(String json) throws JsonProcessingException {
        return present(STRICT.readValue(json, ClipSubmission.class));
    }

    /** The same of JSON that was parsed already. */
    public static ClipSubmission read(JsonNode json) throws JsonProcessingException {
        return present(STRICT.treeToValue(json, ClipSubmission.class));
    }

    private static ClipSubmission present(ClipSubmission clip) throws JsonMappingException {
        if (clip == null) {
            throw MismatchedInputException.from(null, ClipSubmission.class, "The body is null, not a clip");
        }
        return clip;
    }

    private static ObjectMapper strict() {
        ObjectMapper mapper = EventJson.mapper()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        JsonSetter.Value noNulls = JsonSetter.Value.forContentNulls(Nulls.FAIL);
        mapper.configOverride(List.class).setSetterInfo(noNulls);
        mapper.configOverride(Map.class).setSetterInfo(noNulls);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }
}
