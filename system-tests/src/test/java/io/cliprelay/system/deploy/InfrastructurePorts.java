package io.cliprelay.system.deploy;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import io.cliprelay.system.deploy.ComposeFile.Service;

/** The ports that the images of others listen on. */
final class InfrastructurePorts {

    private static final String POSTGRESQL = "5432";

    private InfrastructurePorts() {}

    static Set<String> of(Service service) {
        return service.image().startsWith("postgres:") ? Set.of(POSTGRESQL) : kafka(service);
    }

    private static Set<String> kafka(Service service) {
        return Arrays.stream(service.environment().get("KAFKA_LISTENERS").split(","))
                .map(listener -> listener.substring(listener.lastIndexOf(':') + 1))
                .collect(Collectors.toSet());
    }
}
