package io.cliprelay.system.deploy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import io.cliprelay.system.deploy.ComposeFile.Service;

/** What a service is told by a file of secrets, which it reads as if it stood in its environment. */
final class ComposeSecrets {

    private static final String FOLDER = "/run/secrets/";

    private ComposeSecrets() {}

    /** The service's variables and those of the file that they name. */
    static Map<String, String> added(ComposeFile compose, Service service) {
        Map<String, String> all = new HashMap<>(service.environment());
        String file = all.get("QUARKUS_CONFIG_LOCATIONS");
        if (file != null) {
            String name = file.substring(FOLDER.length());
            if (!service.secrets().contains(name)) {
                throw new AssertionError(service.name() + " is pointed to " + file + ", which it is not given");
            }
            properties(compose.secret(name)).forEach((key, value) -> all.put(key.toString(), value.toString()));
        }
        return all;
    }

    private static Properties properties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return properties;
    }
}
