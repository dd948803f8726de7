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
                where waiting and due_at <= (select scheduler_now()) group by platform
                """);
    }

    @Produces
    @Singleton
    TableGauge held() {
        return new TableGauge(
                "cliprelay.scheduler.held",
                "",
                "Uploads that wait for a cause to go away",
                List.of(),
                "select count(*)::float8 as value from job where held");
    }

    @Produces
    @Singleton
    TableGauge nextHour() {
        return new TableGauge(
                "cliprelay.scheduler.next.hour", "", "Uploads that come due within an hour", List.of("platform"), """
                select platform, count(*)::float8 as value from job
                where waiting and due_at > (select scheduler_now())
                  and due_at <= (select scheduler_now() + interval '1 hour')
                group by platform
                """);
    }
}
