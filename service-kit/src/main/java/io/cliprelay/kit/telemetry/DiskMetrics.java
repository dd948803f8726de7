package io.cliprelay.kit.telemetry;

import java.io.File;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;

/** How much room is left where the service may write. */
class DiskMetrics {

    @Produces
    @Singleton
    MeterBinder disk() {
        return new DiskSpaceMetrics(new File(System.getProperty("java.io.tmpdir")));
    }
}
