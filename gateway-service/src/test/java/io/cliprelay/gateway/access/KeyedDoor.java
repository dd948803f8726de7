package io.cliprelay.gateway.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;

/**
 * A gateway with the keys {@code acme-key}, {@code globex-key}, {@code initech-key}, {@code umbrella-key},
 * {@code hooli-key} and {@code hasty-key}, each the admin of its tenant; the last may read three times only. Who is slow or
 * silent for some seconds is cut off. Beside them it takes the tokens of a provider.
 */
public class KeyedDoor implements QuarkusTestProfile {

    /** So many connections it takes. */
    static final int CONNECTIONS = 1000;

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        for (String tenant : new String[] {"acme", "globex", "initech", "hasty", "umbrella", "hooli"}) {
            settings.put("cliprelay.access.keys." + tenant + ".sha256", Sha256.hex(tenant + "-key"));
            settings.put("cliprelay.access.keys." + tenant + ".tenant", tenant);
        }
        settings.put("cliprelay.rates.tenants.hasty.read.quota", "3");
        settings.put("cliprelay.rates.tenants.hasty.read.window", "1h");
        settings.put("cliprelay.access.body-within", "3s");
        settings.put("quarkus.http.idle-timeout", "6s");
        settings.put("quarkus.http.limits.max-connections", Integer.toString(CONNECTIONS));
        settings.put("cliprelay.oidc.enabled", "true");
        settings.put("quarkus.oidc.auth-server-url", "${keycloak.url}/realms/quarkus");
        settings.put("cliprelay.oidc.roles-claim", "realm_access/roles");
        return settings;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(OidcWiremockTestResource.class));
    }
}
