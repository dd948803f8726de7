package io.cliprelay.youtube.testing;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import io.cliprelay.worker.testing.Sandbox;
import io.cliprelay.worker.testing.SandboxProcess;

/** The packaged sandbox in a process of its own, and a worker that is set up for two of its channels. */
public class SandboxResource implements QuarkusTestResourceLifecycleManager {

    /** A channel that nobody harms. */
    public static final String DEMO = "demo";
    /** A channel whose consent the tests may revoke. */
    public static final String DOOMED = "doomed";

    /** The worker's own settings for as many calls as a suite of tests makes. */
    public static final Map<String, String> LIFTED_LIMITS = Map.of(
            "cliprelay.worker.limits.amounts.uploads", "10000", "cliprelay.worker.limits.amounts.units", "1000000");

    private SandboxProcess process;

    @Override
    public Map<String, String> start() {
        process = SandboxProcess.start();
        Sandbox sandbox = new Sandbox(process.url());
        sandbox.openChannel(DOOMED);
        sandbox.set("{\"processingTime\":\"PT0.1S\",\"uploadsPlaylistLag\":\"PT0S\",\"uploadsPerDay\":10000}");
        return settings(process.url());
    }

    private static Map<String, String> settings(String url) {
        Map<String, String> settings = new HashMap<>();
        settings.put(Sandbox.URL, url);
        settings.put("cliprelay.youtube.api-url", url);
        settings.put("cliprelay.youtube.token-url", url + "/oauth2/token");
        settings.put("cliprelay.youtube.permalink-url", url + "/watch?v=");
        settings.put("cliprelay.youtube.client-id", "cliprelay-sandbox");
        settings.put("cliprelay.youtube.client-secret", "sandbox-secret");
        settings.put("cliprelay.youtube.accounts.demo.refresh-token", "sandbox-refresh-demo");
        settings.put("cliprelay.youtube.accounts.doomed.refresh-token", "sandbox-refresh-doomed");
        settings.putAll(LIFTED_LIMITS);
        settings.put("cliprelay.media.roots", System.getProperty("java.io.tmpdir"));
        settings.put("cliprelay.worker.sweep-interval", "200ms");
        settings.put("cliprelay.worker.polling.first", "50ms");
        settings.put("cliprelay.worker.polling.longest", "500ms");
        settings.put("cliprelay.worker.polling.list-lag", "1s");
        return settings;
    }

    @Override
    public void stop() {
        if (process != null) {
            process.close();
        }
    }
}
