package io.cliprelay.gateway;

import java.util.HashMap;
import java.util.Map;

import io.cliprelay.kit.testing.LocalStackResource;

/** Broker, database, and a folder that media may be read from. */
public class GatewayStack extends LocalStackResource {

    private AnalyticsDouble analytics;
    private SchedulerDouble scheduler;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(super.start());
        settings.put("cliprelay.media.roots", folder("media").toString());
        settings.put("cliprelay.media.https-allowed-hosts", "192.168.7.7");
        settings.put("cliprelay.media.thumbnail-max-bytes", "2000");
        settings.put("cliprelay.live.heartbeat", "500ms");
        settings.put("cliprelay.live.patience", "3s");
        settings.put("cliprelay.live.grace", "1s");
        settings.put("cliprelay.live.access-check", "500ms");
        settings.put("cliprelay.webhooks.allowed-hosts", "127.0.0.1");
        settings.put("cliprelay.webhooks.retry-after", "200ms,200ms,200ms");
        settings.put("cliprelay.webhooks.sweep-interval", "200ms");
        settings.put("cliprelay.webhooks.at-once-per-tenant", "10");
        analytics = AnalyticsDouble.start();
        settings.put("quarkus.rest-client.analytics.url", analytics.url());
        scheduler = SchedulerDouble.start();
        settings.put("quarkus.rest-client.scheduler.url", scheduler.url());
        return settings;
    }

    @Override
    public void stop() {
        super.stop();
        if (analytics != null) {
            analytics.close();
        }
        if (scheduler != null) {
            scheduler.close();
        }
    }
}
