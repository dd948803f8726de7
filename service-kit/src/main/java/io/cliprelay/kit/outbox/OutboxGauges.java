package io.cliprelay.kit.outbox;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.cliprelay.kit.telemetry.TableGauge;

/** What waits to be published. */
class OutboxGauges {

    @Produces
    @Singleton
    TableGauge waiting() {
        return new TableGauge(
                "cliprelay.outbox.waiting",
                "",
                "Events that were committed and are not on Kafka yet",
                List.of(),
                "select count(*)::float8 as value from outbox");
    }

    @Produces
    @Singleton
    TableGauge age() {
        return new TableGauge(
                "cliprelay.outbox.age",
                "seconds",
                "How long the oldest of them has waited",
                List.of(),
                "select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as value from outbox");
    }
}
