package io.cliprelay.gateway.bearer;

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

    /** Who that is here; empty where no tenant is named. */
    Optional<Identity> identity(BearerConfig config) {
        return texts(config.tenantClaim())
                .findFirst()
                .or(config::tenant)
                .map(tenant -> new Identity(tenant, claims.path("sub").asText(), Mode.LIVE, scopes(config)));
    }

    private Set<Scope> scopes(BearerConfig config) {
        return texts(config.rolesClaim())
                .filter(role -> role.startsWith(config.rolePrefix()))
                .map(role -> role.substring(config.rolePrefix().length()))
                .flatMap(word -> Arrays.stream(Scope.values())
                        .filter(scope -> scope.word().equals(word)))
                .collect(Collectors.toSet());
    }

    private Stream<String> texts(String path) {
        JsonNode found = claims;
        for (String step : path.split("/")) {
            found = found.path(step);
        }
        Stream<JsonNode> values = found.isArray() ? StreamSupport.stream(found.spliterator(), false) : Stream.of(found);
        return values.filter(JsonNode::isTextual)
                .flatMap(value -> Arrays.stream(value.asText().split("\\s+")))
                .filter(text -> !text.isBlank());
    }
}
