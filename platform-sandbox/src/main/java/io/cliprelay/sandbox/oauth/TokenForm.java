package io.cliprelay.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/** The form that a token endpoint is sent (RFC 6749, sections 2.3.1 and 4). */
public record TokenForm(MultiMap fields) {

    public static TokenForm of(Buffer body) {
        var fields = MultiMap.caseInsensitiveMultiMap();
        new QueryStringDecoder(body.toString(), StandardCharsets.UTF_8, false)
                .parameters()
                .forEach(fields::add);
        return new TokenForm(fields);
    }

    public Optional<String> optional(String field) {
        return Optional.ofNullable(fields.get(field)).filter(value -> !value.isEmpty());
    }

    /**
     * The value of a field.
     *
     * @throws OauthRefusal if it is missing or empty
     */
    public String required(String field) {
        return optional(field)
                .orElseThrow(() -> new OauthRefusal(400, "invalid_request", "Missing required parameter: " + field));
    }

    /**
     * The id of the client, who has proved himself in the {@code Authorization} header or in the form.
     *
     * @throws OauthRefusal if he is unknown, or his secret is wrong
     */
    public String authenticatedClient(Map<String, String> secrets, Optional<String> authorization) {
        Optional<String[]> basic = authorization.flatMap(TokenForm::basicCredentials);
        String id = basic.map(pair -> pair[0]).orElseGet(() -> required("client_id"));
        String secret = basic.map(pair -> pair[1]).orElseGet(() -> fields.get("client_secret"));
        String expected = secrets.get(id);
        if (expected == null) {
            throw new OauthRefusal(401, "invalid_client", "The OAuth client was not found.");
        }
        if (!expected.equals(secret)) {
            throw new OauthRefusal(401, "invalid_client", "Unauthorized");
        }
        return id;
    }

    private static Optional<String[]> basicCredentials(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(authorization.substring(6).trim());
            String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 ? Optional.of(pair) : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new OauthRefusal(400, "invalid_request", "The Authorization header is not Base64.");
        }
    }

    /** Without its values, which are secrets. */
    @Override
    public String toString() {
        return "TokenForm" + fields.names();
    }
}
