package io.cliprelay.system.deploy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;

/**
 * {@code docker-compose.yml}, its anchors and merges resolved.
 *
 * @param secrets where the file of each secret is, by name
 */
record ComposeFile(Map<String, Service> services, Map<String, String> secrets) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):-([^}]*)}");

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

        /** Its variables, those of {@code .env} filled in. */
        Map<String, String> environment() {
            return texts(map(settings.get("environment")));
        }

        /** The secrets that it can read, by name. */
        List<String> secrets() {
            return list(settings.get("secrets"));
        }

        /** The services that are there only where one of these is wanted; empty for one that always is. */
        List<String> profiles() {
            return list(settings.get("profiles"));
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
        return new ComposeFile(
                map(whole.get("services")).entrySet().stream()
                        .map(entry -> new Service(entry.getKey(), map(entry.getValue())))
                        .collect(Collectors.toMap(Service::name, service -> service, (a, b) -> a, TreeMap::new)),
                map(whole.get("secrets")).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> map(entry.getValue()).get("file").toString())));
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

    /** What a secret says. */
    String secret(String name) {
        return ProjectFolder.read(secrets.get(name));
    }

    /** What {@code .env} says where nobody says otherwise. */
    static Map<String, String> defaults() {
        return ProjectFolder.read(".env")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> filled(entry.getValue().toString())));
    }

    private static String filled(String value) {
        return VARIABLE.matcher(value)
                .replaceAll(variable -> defaults().getOrDefault(variable.group(1), variable.group(2)));
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
