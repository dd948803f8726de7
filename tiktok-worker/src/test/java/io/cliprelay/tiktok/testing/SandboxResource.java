package io.cliprelay.tiktok.testing;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import io.cliprelay.worker.testing.Sandbox;
import io.cliprelay.worker.testing.SandboxProcess;

/** The packaged sandbox in a process of its own, and a worker that is set up for some of its creators. */
public class SandboxResource implements QuarkusTestResourceLifecycleManager {

    /** A creator that nobody harms. */
    public static final String DEMO = "demo";
    /** A creator whose consent the tests may revoke. */
    public static final String DOOMED = "doomed";
    /** A creator with a private account. */
    public static final String HERMIT = "hermit";

    /** A creator of short videos. */
    public static final String HASTY = "hasty";

    private SandboxProcess process;

    @Override
    public Map<String, String> start() {
        process = SandboxProcess.start();
        TikTokDesk desk = new TikTokDesk(new Sandbox(process.url()));
        desk.liftLimits();
        desk.set("{\"processingTime\":\"PT0.1S\"}");
        desk.creator(DOOMED, "{}");
        desk.creator(HERMIT, "{\"privateAccount\":true}");
        desk.creator(HASTY, "{\"maxDurationSeconds\":5}");
        return settings(process.url());
    }

    private static Map<String, String> settings(String url) {
        Map<String, String> settings = new HashMap<>();
        settings.put(Sandbox.URL, url);
        settings.put("cliprelay.tiktok.api-url", url + "/tiktok");
        settings.put("cliprelay.tiktok.token-url", url + "/tiktok/v2/oauth/token/");
        settings.put("cliprelay.tiktok.permalink-url", url + "/tiktok/@");
        settings.put("cliprelay.tiktok.upload-hosts", "127.0.0.1");
        settings.put("cliprelay.tiktok.largest-whole", "5242880");
        settings.put("cliprelay.tiktok.upload.chunk-size", "5242880");
        settings.put("cliprelay.tiktok.client-id", "cliprelay-sandbox");
        settings.put("cliprelay.tiktok.client-secret", "sandbox-secret");
        settings.put("cliprelay.tiktok.accounts.demo.refresh-token", "sandbox-refresh-demo");
        settings.put("cliprelay.tiktok.accounts.doomed.refresh-token", "sandbox-refresh-doomed");
        settings.put("cliprelay.tiktok.accounts.hermit.refresh-token", "sandbox-refresh-hermit");
        settings.put("cliprelay.tiktok.accounts.hasty.refresh-token", "sandbox-refresh-hasty");
        settings.put("cliprelay.media.roots", System.getProperty("java.io.tmpdir"));
        settings.putAll(TikTokDesk.LIFTED_LIMITS);
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
