package io.cliprelay.sandbox.instagram;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

import io.cliprelay.sandbox.http.RequestAddress;

/** Reads calls: parameters may come as query, form or JSON, the token as a parameter or a header. */
@Singleton
class GraphRequests {

    private static final String BEARER = "Bearer ";

    private final ObjectMapper mapper;

    GraphRequests(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    GraphRequest of(Login login, RoutingContext context, Buffer body) {
        Map<String, String> parameters = new HashMap<>();
        addForm(parameters, Objects.requireNonNullElse(context.request().query(), ""));
        addBody(parameters, Objects.requireNonNullElse(context.request().getHeader("Content-Type"), ""), body);
        String header = context.request().getHeader("Authorization");
        Optional<String> token = Optional.ofNullable(parameters.get("access_token"))
                .or(() -> Optional.ofNullable(header)
                        .filter(value -> value.startsWith(BEARER))
                        .map(value -> value.substring(BEARER.length()).trim()));
        return new GraphRequest(
                login,
                RequestAddress.base(context.request()),
                Objects.requireNonNullElse(context.pathParam("version"), ""),
                Objects.requireNonNullElse(context.pathParam("node"), ""),
                Map.copyOf(parameters),
                token,
                Optional.empty());
    }

    private void addBody(Map<String, String> parameters, String contentType, Buffer body) {
        if (contentType.startsWith("application/json")) {
            addJson(parameters, body);
        } else if (contentType.startsWith("application/x-www-form-urlencoded")) {
            addForm(parameters, body.toString());
        }
    }

    private static void addForm(Map<String, String> parameters, String form) {
        new QueryStringDecoder(form, StandardCharsets.UTF_8, false)
                .parameters()
                .forEach((name, values) -> parameters.put(name, values.getFirst()));
    }

    /** What cannot be read counts as empty; the call misses what it needs then. */
    private void addJson(Map<String, String> parameters, Buffer body) {
        try {
            for (Map.Entry<String, JsonNode> field :
                    mapper.readTree(body.getBytes()).properties()) {
                JsonNode value = field.getValue();
                parameters.put(field.getKey(), value.isValueNode() ? value.asText() : value.toString());
            }
        } catch (IOException unreadable) {
            parameters.remove("media_type");
        }
    }
}
