package io.cliprelay.worker.paper;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.configuration.MemorySize;
import org.eclipse.microprofile.config.ConfigProvider;

import io.cliprelay.contracts.Ids;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.worker.PlatformSettings;

/** The settings of the platform of paper, with one account. */
@ApplicationScoped
public class PaperAccounts implements PlatformSettings {

    public static final UUID DEMO = Ids.account("default", PaperPlatform.NAME, "demo");

    private record Demo(
            String tenant,
            Optional<String> refreshToken,
            Optional<String> accessToken,
            Optional<Instant> accessTokenExpiresAt,
            Optional<String> externalId,
            Map<String, String> attributes)
            implements Account {}

    private record Limits(
            Optional<Integer> requestsPerHour, Optional<Integer> requestsPerDay, Optional<Duration> cooldown)
            implements RateLimits {}

    private record Uploads(
            Privacy defaultPrivacy,
            boolean autoPublish,
            int retryAttempts,
            Optional<MemorySize> chunkSize,
            int concurrentUploads,
            int concurrentUploadsPerAccount)
            implements Upload {}

    @Override
    public boolean enabled() {
        return ConfigProvider.getConfig()
                .getOptionalValue("cliprelay.paper.enabled", Boolean.class)
                .orElse(true);
    }

    @Override
    public Map<String, Account> accounts() {
        return Map.of(
                "demo",
                new Demo(
                        "default",
                        Optional.of("paper-refresh-token"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()));
    }

    @Override
    public String clientId() {
        return "paper";
    }

    @Override
    public String clientSecret() {
        return "paper-secret";
    }

    @Override
    public RateLimits rateLimits() {
        return new Limits(Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Upload upload() {
        return new Uploads(Privacy.PRIVATE, true, 3, Optional.empty(), 8, 4);
    }
}
