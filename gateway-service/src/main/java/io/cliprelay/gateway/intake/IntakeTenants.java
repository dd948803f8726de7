package io.cliprelay.gateway.intake;

import java.util.Map;
import java.util.Optional;

import io.cliprelay.contracts.problem.Problem;

/** Finds out whose an event is; plain functions over the configuration. */
record IntakeTenants(
        Map<String, String> bySource,
        Optional<String> otherwise,
        Optional<String> principalHeader,
        Map<String, String> byPrincipal) {

    IntakeTenants {
        bySource = Map.copyOf(bySource);
        byPrincipal = Map.copyOf(byPrincipal);
    }

    static IntakeTenants of(IntakeConfig config) {
        return new IntakeTenants(
                config.tenants(), config.defaultTenant(), config.principalHeader(), config.principals());
    }

    /** Whose an event is. */
    sealed interface Owner {

        record Known(String tenant) implements Owner {}

        /** @param tenant who is told so: the one that the event would be of; empty where there is none */
        record Refused(Optional<String> tenant, Problem problem) implements Owner {}
    }

    Owner of(Producer producer) {
        Optional<String> tenant = mapped(producer);
        if (tenant.isEmpty()) {
            return new Owner.Refused(tenant, IntakeProblems.unknownProducer(producer));
        }
        return producer.claimed()
                .filter(claimed -> !claimed.equals(tenant.get()))
                .<Owner>map(another -> new Owner.Refused(tenant, IntakeProblems.anothersTenant(producer)))
                .orElseGet(() -> new Owner.Known(tenant.get()));
    }

    private Optional<String> mapped(Producer producer) {
        return principalHeader.isPresent()
                ? producer.principal().map(byPrincipal::get)
                : Optional.ofNullable(bySource.get(producer.source())).or(() -> otherwise);
    }
}
