package io.cliprelay.worker.limits;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The limits that hold in this worker. */
@ApplicationScoped
class DeclaredLimits {

    @Produces
    @Singleton
    Allowances allowances(LimitsConfig config) {
        return Allowances.of(List.of(), config);
    }
}
