package io.cliprelay.gateway.bearer;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.cliprelay.gateway.access.Identity;
import io.cliprelay.gateway.access.Mode;
import io.cliprelay.gateway.access.Scope;

/** What a token that holds says of its bearer; plain functions. */
record Claims(JsonNode claims) {

    /** Who that is here; empty where no tenant is named, or not exactly one. */
    Optional<Identity> identity(BearerConfig config) {
        JsonNode named = claim(config.tenantClaim());
        Optional<String> tenant = named.isMissingNode() ? config.tenant() : one(named);
        return tenant.map(owner -> new Identity(owner, claims.path("sub").asText(), Mode.LIVE, scopes(config), end()));
    }

    private Optional<Instant> end() {
        return Optional.of(claims.path("exp"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong)
                .map(Instant::ofEpochSecond);
    }

    private Set<Scope> scopes(BearerConfig config) {
        return texts(config.rolesClaim())
                .filter(role -> role.startsWith(config.rolePrefix()))
                .map(role -> role.substring(config.rolePrefix().length()))
                .flatMap(word -> Arrays.stream(Scope.values())
                        .filter(scope -> scope.word().equals(word)))
                .collect(Collectors.toSet());
    }

    /** As it is: a part of a tenant's name could be another's. */
    private static Optional<String> one(JsonNode named) {
        return Optional.of(named.isArray() && named.size() == 1 ? named.get(0) : named)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }

    /** The claim of that very name, for names may be addresses; else what the path leads to. */
    private JsonNode claim(String path) {
        if (claims.has(path)) {
            return claims.get(path);
        }
        JsonNode found = claims;
        for (String step : path.split("/")) {
            found = found.path(step);
        }
        return found;
    }

    private Stream<String> texts(String path) {
        JsonNode found = claim(path);
        Stream<JsonNode> values = found.isArray() ? StreamSupport.stream(found.spliterator(), false) : Stream.of(found);
        return values.filter(JsonNode::isTextual)
                .flatMap(value -> Arrays.stream(value.asText().split("\\s+")))
                .filter(text -> !text.isBlank());
    }
}
