package io.cliprelay.kit.health;

import java.io.File;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether there is room where the service writes. */
@Wellness
@ApplicationScoped
class DiskCheck implements HealthCheck {

    private final HealthConfig config;
    private final File folder = new File(System.getProperty("java.io.tmpdir"));

    DiskCheck(HealthConfig config) {
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        long free = folder.getUsableSpace();
        return HealthCheckResponse.named("disk")
                .withData("folder", folder.getPath())
                .withData("free-bytes", free)
                .withData("wanted-bytes", config.freeDisk().asLongValue())
                .status(free >= config.freeDisk().asLongValue())
                .build();
    }
}
