package io.cliprelay.system.deploy;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.cliprelay.system.deploy.ComposeFile.Service;

/** The ports that the images of others listen on. */
final class InfrastructurePorts {

    private static final Map<String, Set<String>> BY_IMAGE = Map.of(
            "postgres", Set.of("5432"),
            "otel/opentelemetry-collector", Set.of("4317"),
            "grafana/tempo", Set.of("3200", "4317"),
            "grafana/loki", Set.of("3100"),
            "grafana/grafana", Set.of("3000"),
            "prom/prometheus", Set.of("9090"));

    private InfrastructurePorts() {}

    static Set<String> of(Service service) {
        String image = service.image().substring(0, service.image().lastIndexOf(':'));
        return image.equals("apache/kafka") ? kafka(service) : BY_IMAGE.get(image);
    }

    private static Set<String> kafka(Service service) {
        return Arrays.stream(service.environment().get("KAFKA_LISTENERS").split(","))
                .map(listener -> listener.substring(listener.lastIndexOf(':') + 1))
                .collect(Collectors.toSet());
    }
}
