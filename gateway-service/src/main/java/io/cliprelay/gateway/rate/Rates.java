package io.cliprelay.gateway.rate;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.cliprelay.gateway.access.Identity;
import io.cliprelay.gateway.access.Scope;

/** What callers may ask for, and what they have left of it in this replica. */
@ApplicationScoped
class Rates {

    private final RateConfig config;
    private final Buckets buckets;

    Rates(RateConfig config) {
        this.config = config;
        this.buckets = new Buckets(config.callers(), System::nanoTime);
    }

    /** A request that was taken from a bucket, or refused by it. */
    record Taken(Scope scope, Rate rate, Rate.Turn turn) {}

    /** Takes a request that needs {@code scope}. */
    Taken take(Identity caller, Scope scope) {
        Rate rate = rate(caller.tenant(), scope);
        String bucket = String.join("\n", scope.word(), caller.tenant(), caller.name());
        return new Taken(scope, rate, buckets.take(bucket, rate));
    }

    private Rate rate(String tenant, Scope scope) {
        RateConfig.Limit ofTenant =
                config.tenants().getOrDefault(tenant, Map.of()).get(scope);
        RateConfig.Limit limit = ofTenant == null ? config.limits().get(scope) : ofTenant;
        return new Rate(limit.quota(), limit.window());
    }
}
