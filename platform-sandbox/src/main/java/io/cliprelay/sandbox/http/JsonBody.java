package io.cliprelay.sandbox.http;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads what the admin API is sent, with a complaint that a person can act on. */
@Singleton
public class JsonBody {

    private final ObjectMapper mapper;

    JsonBody(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The body as JSON.
     *
     * @throws BadRequest if it is none
     */
    public JsonNode tree(String body) {
        return as(body, JsonNode.class);
    }

    /**
     * The body as a record.
     *
     * @throws BadRequest if it is no JSON or does not fit
     */
    public <T> T as(String body, Class<T> type) {
        try {
            return mapper.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new BadRequest("", "cannot be read (" + e.getOriginalMessage() + ")", "send a JSON object");
        }
    }
}
