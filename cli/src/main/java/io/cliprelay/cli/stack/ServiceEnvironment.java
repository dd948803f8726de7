package io.cliprelay.cli.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.cliprelay.localstack.EmbeddedDatabase;

/** What each part is told by its environment: where it listens, and where the others do. */
record ServiceEnvironment(StackOptions options, StackPorts ports) {

    Map<String, String> of(ServiceDefinition service) {
        Map<String, String> variables = new HashMap<>(addresses());
        variables.put("CLIPRELAY_HTTP_PORT", ports.byName().get(service.name()).toString());
        variables.put("QUARKUS_PROFILE", profile(service));
        options.installation()
                .credentials(service)
                .ifPresent(file -> variables.put("QUARKUS_CONFIG_LOCATIONS", file.toString()));
        if (service.kind() == ServiceKind.WORKER) {
            variables.put(
                    "CLIPRELAY_WORKER_KEYS_FILE", options.home().sealingKey().toString());
        }
        if (service.kind() == ServiceKind.SERVICE) {
            variables.put(
                    "CLIPRELAY_SERVICE_KEYS_FILE", options.home().serviceKeys().toString());
        }
        if (service.name().equals(StackPart.GATEWAY)) {
            variables.putAll(new FirstKey(options.home().apiKey()).variables());
        }
        variables.putAll(options.environment().getOrDefault(service.name(), Map.of()));
        return variables;
    }

    Map<String, String> ofLocalStack(List<ServiceDefinition> services) {
        Map<String, String> variables = new HashMap<>();
        variables.put(
                "CLIPRELAY_LOCAL_STACK_FOLDER", options.home().localStackData().toString());
        variables.put(
                "CLIPRELAY_KAFKA_PORT", ports.byName().get(StackPart.KAFKA).toString());
        variables.put("CLIPRELAY_DB_PORT", Integer.toString(ports.database()));
        variables.put("CLIPRELAY_DATABASES", databases(services));
        variables.putAll(options.environment().getOrDefault(StackPart.LOCAL_STACK, Map.of()));
        return variables;
    }

    private Map<String, String> addresses() {
        Map<String, String> variables = new HashMap<>();
        variables.put("KAFKA_BOOTSTRAP_SERVERS", ports.kafkaBootstrapServers());
        variables.put("CLIPRELAY_DB_HOST", "localhost");
        variables.put("CLIPRELAY_DB_PORT", Integer.toString(ports.database()));
        variables.put("CLIPRELAY_DB_USER", EmbeddedDatabase.USER);
        variables.put("CLIPRELAY_DB_PASSWORD", EmbeddedDatabase.PASSWORD);
        variables.put("CLIPRELAY_MEDIA_ROOTS", mediaRoots());
        variables.put("CLIPRELAY_SANDBOX_STATE", options.home().sandboxData().toString());
        putUrl(variables, "CLIPRELAY_ANALYTICS_URL", StackPart.ANALYTICS);
        putUrl(variables, "CLIPRELAY_SCHEDULER_URL", StackPart.SCHEDULER);
        putUrl(variables, "CLIPRELAY_SANDBOX_URL", StackPart.SANDBOX);
        putPort(variables, "CLIPRELAY_SANDBOX_PORT", StackPart.SANDBOX);
        return variables;
    }

    /** A worker with real credentials talks to the real platform, any other one to the sandbox. */
    private String profile(ServiceDefinition service) {
        return switch (service.kind()) {
            case WORKER -> options.installation().isReal(service) ? "local" : "local,sandbox";
            case SANDBOX, SERVICE -> "local";
        };
    }

    private String mediaRoots() {
        return options.mediaRoots().stream().map(Path::toString).collect(Collectors.joining(","));
    }

    private static String databases(List<ServiceDefinition> services) {
        return services.stream().flatMap(service -> service.database().stream()).collect(Collectors.joining(","));
    }

    private void putUrl(Map<String, String> variables, String variable, String service) {
        ports.url(service).ifPresent(url -> variables.put(variable, url.toString()));
    }

    private void putPort(Map<String, String> variables, String variable, String service) {
        ports.url(service).ifPresent(url -> variables.put(variable, Integer.toString(url.getPort())));
    }
}
