package io.cliprelay.system.deploy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml}, its anchors and merges resolved. */
record ComposeFile(Map<String, Service> services) {

    /** One entry under {@code services}. */
    record Service(String name, Map<String, Object> settings) {

        /** Whether its image is made from this project. */
        boolean isOurs() {
            return settings.containsKey("build");
        }

        /** The module it is built from. */
        String module() {
            return buildArgument("SERVICE");
        }

        /** The port that its image exposes. */
        int port() {
            return Integer.parseInt(buildArgument("PORT"));
        }

        String image() {
            return settings.get("image").toString();
        }

        Map<String, String> environment() {
            return texts(map(settings.get("environment")));
        }

        /** Published ports: {@code address:outside:inside}. */
        List<String> ports() {
            return list(settings.get("ports"));
        }

        List<String> volumes() {
            return list(settings.get("volumes"));
        }

        /** By service name, the condition that is waited for. */
        Map<String, String> dependsOn() {
            return map(settings.get("depends_on")).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            wait -> map(wait.getValue()).get("condition").toString()));
        }

        List<String> healthcheck() {
            return list(map(settings.get("healthcheck")).get("test"));
        }

        Object setting(String name) {
            return settings.get(name);
        }

        private String buildArgument(String name) {
            return map(map(settings.get("build")).get("args")).get(name).toString();
        }
    }

    static ComposeFile read() {
        Map<String, Object> whole = map(new Yaml().load(ProjectFolder.read("docker-compose.yml")));
        return new ComposeFile(map(whole.get("services")).entrySet().stream()
                .map(entry -> new Service(entry.getKey(), map(entry.getValue())))
                .collect(Collectors.toMap(Service::name, service -> service, (a, b) -> a, TreeMap::new)));
    }

    Stream<Service> ours() {
        return services.values().stream().filter(Service::isOurs);
    }

    Service service(String name) {
        if (!services.containsKey(name)) {
            throw new AssertionError("docker-compose.yml has no service " + name + ", only " + services.keySet());
        }
        return services.get(name);
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        return values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .toString()));
    }

    @SuppressWarnings("unchecked") // YAML mappings have text keys here
    private static Map<String, Object> map(Object yaml) {
        return yaml == null ? Map.of() : (Map<String, Object>) yaml;
    }

    private static List<String> list(Object yaml) {
        return yaml == null
                ? List.of()
                : ((List<?>) yaml).stream().map(Object::toString).toList();
    }
}
