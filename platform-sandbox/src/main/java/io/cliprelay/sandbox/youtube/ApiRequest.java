package io.cliprelay.sandbox.youtube;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

import io.cliprelay.sandbox.fault.FaultAction;
import io.cliprelay.sandbox.http.RequestAddress;

/** A call of the Data API whose body has been read, and the fault that it has to act out. */
record ApiRequest(HttpServerRequest http, Buffer body, Optional<FaultAction> fault) {

    String authorization() {
        return http.getHeader("Authorization");
    }

    String base() {
        return RequestAddress.base(http);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(http.getParam(name)).filter(value -> !value.isEmpty());
    }

    /** A parameter that may be repeated and may hold several values separated by commas. */
    List<String> values(String name) {
        return http.params().getAll(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /**
     * The {@code part} parameter.
     *
     * @throws ApiRefusal if it is absent or names a part that the resource has not
     */
    Set<String> parts(Set<String> known) {
        var parts = new LinkedHashSet<>(values("part"));
        if (parts.isEmpty()) {
            throw ApiRefusal.of("required", "Required parameter: part");
        }
        parts.stream().filter(part -> !known.contains(part)).findFirst().ifPresent(unknown -> {
            throw ApiRefusal.of("unknownPart", "'" + unknown + "'");
        });
        return parts;
    }
}
