package io.cliprelay.instagram.testing;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import io.cliprelay.worker.testing.Sandbox;
import io.cliprelay.worker.testing.SandboxProcess;

/** The packaged sandbox in a process of its own, and a worker that is set up for some of its accounts. */
public class SandboxResource implements QuarkusTestResourceLifecycleManager {

    /** An account by Facebook login that nobody harms. */
    public static final String DEMO = "demo";
    /** An account by Facebook login whose consent the tests may revoke. */
    public static final String DOOMED = "doomed";
    /** An account by Instagram login. */
    public static final String BY_URL = "by-url";

    /** What the sandbox calls it. */
    public static final String BY_URL_ID = "17841400000000002";

    private static final String DOOMED_ID = "17841400000000003";

    /** The worker's own settings for as many calls as a suite of tests makes; the posts are learned from the sandbox. */
    public static final Map<String, String> LIFTED_LIMITS =
            Map.of("cliprelay.worker.limits.amounts.containers", "10000");

    private SandboxProcess process;

    @Override
    public Map<String, String> start() {
        process = SandboxProcess.start();
        InstagramDesk desk = new InstagramDesk(process.url());
        desk.open(DOOMED, DOOMED_ID, "FACEBOOK", "sandbox-facebook-doomed");
        desk.set("{\"processingTime\":\"PT0.1S\",\"quotaTotal\":10000,\"containersPerDay\":10000}");
        return settings(process.url());
    }

    private static Map<String, String> settings(String url) {
        Map<String, String> settings = new HashMap<>();
        settings.put(Sandbox.URL, url);
        settings.put("cliprelay.instagram.facebook-url", url + "/facebook-login");
        settings.put("cliprelay.instagram.instagram-url", url + "/instagram-login");
        settings.put("cliprelay.instagram.upload-hosts", "127.0.0.1");
        settings.put("cliprelay.instagram.id-patience", "2s");
        settings.put("cliprelay.instagram.client-id", "cliprelay-sandbox");
        settings.put("cliprelay.instagram.client-secret", "sandbox-secret");
        account(settings, DEMO, "17841400000000001", "facebook", "sandbox-facebook-demo");
        account(settings, DOOMED, DOOMED_ID, "facebook", "sandbox-facebook-doomed");
        account(settings, BY_URL, BY_URL_ID, "instagram", "sandbox-instagram-demo");
        settings.putAll(LIFTED_LIMITS);
        settings.put("cliprelay.media.roots", System.getProperty("java.io.tmpdir"));
        settings.put("cliprelay.worker.sweep-interval", "200ms");
        settings.put("cliprelay.worker.polling.first", "50ms");
        settings.put("cliprelay.worker.polling.longest", "500ms");
        settings.put("cliprelay.worker.polling.list-lag", "1s");
        return settings;
    }

    private static void account(Map<String, String> settings, String name, String id, String login, String token) {
        String account = "cliprelay.instagram.accounts." + name + ".";
        settings.put(account + "external-id", id);
        settings.put(account + "attributes.login", login);
        settings.put(account + "access-token", token);
    }

    @Override
    public void stop() {
        if (process != null) {
            process.close();
        }
    }
}
