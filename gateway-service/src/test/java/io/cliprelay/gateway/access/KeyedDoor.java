package io.cliprelay.gateway.access;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A gateway with the keys {@code acme-key}, {@code globex-key} and {@code initech-key}, each the admin of its tenant. */
public class KeyedDoor implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>();
        for (String tenant : new String[] {"acme", "globex", "initech"}) {
            settings.put("cliprelay.access.keys." + tenant + ".sha256", Sha256.hex(tenant + "-key"));
            settings.put("cliprelay.access.keys." + tenant + ".tenant", tenant);
        }
        return settings;
    }
}
