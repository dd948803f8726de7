package io.cliprelay.worker.limits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.cliprelay.worker.PlatformSettings;
import io.cliprelay.worker.spi.PlatformUploader;

/** The limits that hold in this worker. */
@ApplicationScoped
class DeclaredLimits {

    @Produces
    @Singleton
    Allowances allowances(PlatformUploader uploader, LimitsConfig config, PlatformSettings settings) {
        return Allowances.of(uploader.limits(), config.amounts(), settings.rateLimits());
    }
}
