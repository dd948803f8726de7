package io.cliprelay.worker.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

import io.cliprelay.kit.testing.LocalStackResource;

/** A worker that does nothing by itself: the suite decides who takes an upload, and when he dies. */
public class ContractProfile implements QuarkusTestProfile {

    @Override
    public String getConfigProfile() {
        return "test,sandbox";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.arc.exclude-types", "io.cliprelay.worker.upload.UploadRunner",
                "cliprelay.worker.polling.first", "20ms",
                "cliprelay.worker.polling.longest", "200ms",
                "cliprelay.worker.polling.list-lag", "300ms",
                "cliprelay.worker.stall-limit", "20s",
                "cliprelay.worker.lease.duration", "60s");
    }

    /** These settings and one more. */
    protected static Map<String, String> and(Map<String, String> settings, String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return Map.copyOf(more);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(LocalStackResource.class), new TestResourceEntry(SandboxedWorker.class));
    }

    /** A sandbox that the module's other tests start must not be the one that this worker talks to. */
    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
