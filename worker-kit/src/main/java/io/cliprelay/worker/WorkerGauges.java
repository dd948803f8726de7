package io.cliprelay.worker;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.cliprelay.kit.telemetry.TableGauge;

/** What stands in a worker's database, in numbers. */
class WorkerGauges {

    @Produces
    @Singleton
    TableGauge uploads() {
        return new TableGauge(
                "cliprelay.worker.uploads",
                "",
                "Uploads that are not over, by the step they are at",
                List.of("step"),
                """
                select lower(step) as step, count(*)::float8 as value from upload
                where step not in ('DONE', 'FAILED') group by step
                """);
    }

    @Produces
    @Singleton
    TableGauge unconfirmed() {
        return new TableGauge(
                "cliprelay.worker.unconfirmed",
                "",
                "Uploads of which nobody knows whether they were published",
                List.of(),
                """
                select count(*)::float8 as value from upload
                where step not in ('DONE', 'FAILED') and unclear_at is not null
                """);
    }

    @Produces
    @Singleton
    TableGauge leases() {
        return new TableGauge(
                "cliprelay.worker.leases",
                "",
                "Uploads that a replica has taken; expired: its owner has not renewed it",
                List.of("state"),
                """
                select state, (select count(*) from upload
                               where step not in ('DONE', 'FAILED') and owner is not null
                                 and (lease_until < now()) = (state = 'expired'))::float8 as value
                from unnest(array['held', 'expired']) state
                """);
    }

    @Produces
    @Singleton
    TableGauge credentials() {
        return new TableGauge(
                "cliprelay.worker.credentials",
                "",
                "Accounts by whether they can be opened; expiring: the token ends within five minutes and has no successor",
                List.of("state"),
                """
                select state, (select count(*) from credential
                               where state = case when unusable_since is not null then 'unusable'
                                                  when expires_at < now() + interval '5 minutes' then 'expiring'
                                                  else 'usable' end)::float8 as value
                from unnest(array['usable', 'expiring', 'unusable']) state
                """);
    }

    @Produces
    @Singleton
    TableGauge breakers() {
        return new TableGauge(
                "cliprelay.breaker.open",
                "",
                "Breakers that let nothing through, by what they are of",
                List.of("of"),
                """
                select "of", (select count(*) from breaker
                              where until > now() and (name = 'platform') = ("of" = 'platform'))::float8 as value
                from unnest(array['platform', 'account']) "of"
                """);
    }

    @Produces
    @Singleton
    TableGauge budgets() {
        return new TableGauge(
                "cliprelay.budget.used",
                "",
                "What is used of a limit by whoever used most of it",
                List.of("limit"),
                "select name as \"limit\", max(used)::float8 as value from budget group by name");
    }
}
