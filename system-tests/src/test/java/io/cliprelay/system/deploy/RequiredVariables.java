package io.cliprelay.system.deploy;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The environment variables without which a service finds nobody or does not start, wherever it is no test. */
final class RequiredVariables {

    static final String SERVICE_KEYS = "CLIPRELAY_SERVICE_KEYS_FILE";

    private static final Pattern ASKED = Pattern.compile("(?m)^quarkus\\.rest-client\\.[a-z]+\\.url=\\$\\{([A-Z_]+):");
    private static final Pattern ASKS_OR_IS_ASKED =
            Pattern.compile("(?m)^cliprelay\\.(service-keys\\.audience|inside\\.services\\.)");

    private RequiredVariables() {}

    static Set<String> of(ServiceModule module) {
        Set<String> required = new TreeSet<>();
        if (module.dependsOn("quarkus-flyway")) {
            required.addAll(Set.of("CLIPRELAY_DB_HOST", "CLIPRELAY_DB_USER", "CLIPRELAY_DB_PASSWORD"));
        }
        if (module.dependsOn("quarkus-messaging-kafka")) {
            required.add("KAFKA_BOOTSTRAP_SERVERS");
        }
        if (sharesKeys(module)) {
            required.add(SERVICE_KEYS);
        }
        ASKED.matcher(module.propertyText())
                .results()
                .map(asked -> asked.group(1))
                .forEach(required::add);
        return required;
    }

    /** Whether it asks another service, or is asked by one. */
    static boolean sharesKeys(ServiceModule module) {
        return ASKS_OR_IS_ASKED.matcher(module.propertyText()).find();
    }
}
