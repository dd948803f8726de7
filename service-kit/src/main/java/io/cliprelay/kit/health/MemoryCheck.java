package io.cliprelay.kit.health;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether collections still find something to free: what is full only until the next one is well. */
@Wellness
@ApplicationScoped
class MemoryCheck implements HealthCheck {

    private final HealthConfig config;

    MemoryCheck(HealthConfig config) {
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        long used = afterCollections();
        long most = Runtime.getRuntime().maxMemory();
        return HealthCheckResponse.named("memory")
                .withData("used-bytes-after-collection", used)
                .withData("heap-bytes", most)
                .status(used <= most * config.usedHeap())
                .build();
    }

    private static long afterCollections() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }
}
