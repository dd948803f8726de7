package io.cliprelay.linkedin.testing;

import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import io.cliprelay.worker.testing.Sandbox;
import io.cliprelay.worker.testing.SandboxProcess;

/** The packaged sandbox in a process of its own, and a worker that is set up for a member and an organisation. */
public class SandboxResource implements QuarkusTestResourceLifecycleManager {

    /** A member without refresh token. */
    public static final String MEMBER = "demo";
    /** An organisation's page. */
    public static final String PAGE = "demo-page";
    /** A member whose consent the tests may revoke. */
    public static final String DOOMED = "doomed";

    private SandboxProcess process;

    @Override
    public Map<String, String> start() {
        process = SandboxProcess.start();
        LinkedInDesk desk = new LinkedInDesk(new Sandbox(process.url()));
        desk.liftLimits();
        desk.set("{\"processingTime\":\"PT0.1S\"}");
        desk.member(DOOMED, "{}");
        return settings(process.url());
    }

    private static Map<String, String> settings(String url) {
        Map<String, String> settings = new HashMap<>();
        settings.put(Sandbox.URL, url);
        settings.put("cliprelay.linkedin.api-url", url + "/linkedin");
        settings.put("cliprelay.linkedin.token-url", url + "/linkedin/oauth/v2/accessToken");
        settings.put("cliprelay.linkedin.permalink-url", url + "/linkedin/feed/update/");
        settings.put("cliprelay.linkedin.upload-hosts", "127.0.0.1");
        settings.put("cliprelay.linkedin.parallel-parts", "4");
        settings.put("cliprelay.linkedin.processing-time", "300ms");
        settings.put("cliprelay.linkedin.processing-time-per-megabyte", "10ms");
        settings.put("cliprelay.linkedin.fresh-token-pause", "100ms");
        settings.put("cliprelay.linkedin.client-id", "cliprelay-sandbox");
        settings.put("cliprelay.linkedin.client-secret", "sandbox-secret");
        settings.put("cliprelay.linkedin.accounts.demo.access-token", "sandbox-access-demo");
        settings.put("cliprelay.linkedin.accounts.demo.external-id", "urn:li:person:782bbtaQ");
        settings.put("cliprelay.linkedin.accounts.doomed.access-token", "sandbox-access-doomed");
        settings.put("cliprelay.linkedin.accounts.doomed.external-id", "urn:li:person:doomed");
        settings.put("cliprelay.linkedin.accounts.demo-page.refresh-token", "sandbox-refresh-page-admin");
        settings.put("cliprelay.linkedin.accounts.demo-page.external-id", "urn:li:organization:5515715");
        settings.putAll(LinkedInDesk.LIFTED_LIMITS);
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
