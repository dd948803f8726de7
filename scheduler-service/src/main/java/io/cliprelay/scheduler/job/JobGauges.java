package io.cliprelay.scheduler.job;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.cliprelay.kit.telemetry.TableGauge;

/** What waits in the scheduler's table, in numbers. */
class JobGauges {

    @Produces
    @Singleton
    TableGauge overdue() {
        return new TableGauge(
                "cliprelay.scheduler.overdue",
                "",
                "Uploads that are due and not ordered yet",
                List.of("platform"),
                """
                select platform, count(*)::float8 as value from job
                where state in ('SCHEDULED', 'RETRY_WAIT') and due_at <= clock_timestamp() group by platform
                """);
    }

    @Produces
    @Singleton
    TableGauge nextHour() {
        return new TableGauge(
                "cliprelay.scheduler.next.hour", "", "Uploads that come due within an hour", List.of("platform"), """
                select platform, count(*)::float8 as value from job
                where state in ('SCHEDULED', 'RETRY_WAIT')
                  and due_at > clock_timestamp() and due_at <= clock_timestamp() + interval '1 hour'
                group by platform
                """);
    }
}
