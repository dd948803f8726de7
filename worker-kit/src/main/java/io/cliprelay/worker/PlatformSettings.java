package io.cliprelay.worker;

import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;

import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.worker.account.AccountSettings;

/**
 * What every platform's configuration says; a platform extends it as a {@code @ConfigMapping} under {@code
 * cliprelay.<platform>}, with what only it has.
 */
public interface PlatformSettings extends AccountSettings {

    /** The OAuth client that this installation is to the platform. */
    @NotBlank
    String clientId();

    /** Secret. */
    @NotBlank
    String clientSecret();

    /** Bounds that the installation sets itself, below those of the platform. */
    RateLimits rateLimits();

    /** How uploads are done. */
    Upload upload();

    /** Calls of the platform's API; absent is as many as the platform takes. */
    interface RateLimits {

        Optional<@Min(1) Integer> requestsPerHour();

        Optional<@Min(1) Integer> requestsPerDay();

        /** How long nothing is sent after the platform said that it was too much, unless it says how long itself. */
        Optional<Duration> cooldown();
    }

    /** How uploads are done. */
    interface Upload {

        /** Who may see a post whose clip does not say. */
        @WithDefault("private")
        Privacy defaultPrivacy();

        /** Whether a clip that does not say is published; else it is left as a draft where the platform has drafts. */
        @WithDefault("true")
        boolean autoPublish();

        /** How often an upload is tried before it is given up. */
        @WithDefault("3")
        @Min(1)
        int retryAttempts();

        /** Bytes in one request; absent: what suits the platform best. */
        Optional<MemorySize> chunkSize();

        /** Uploads at once in one process. */
        @WithDefault("8")
        @Min(1)
        int concurrentUploads();

        /** Uploads at once to one account. */
        @WithDefault("4")
        @Min(1)
        int concurrentUploadsPerAccount();
    }
}
