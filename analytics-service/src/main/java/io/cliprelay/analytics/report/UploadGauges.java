package io.cliprelay.analytics.report;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.cliprelay.kit.telemetry.TableGauge;

/** All uploads of all tenants, in numbers. */
class UploadGauges {

    @Produces
    @Singleton
    TableGauge uploads() {
        return new TableGauge(
                "cliprelay.uploads",
                "",
                "Uploads that were ever handed in, and how they ended",
                List.of("platform", "state"),
                """
                select platform, state, sum(uploads)::float8 as value
                from live.upload_tally
                cross join lateral (values ('submitted', submitted), ('published', published), ('drafted', drafted),
                                           ('failed', failed), ('cancelled', cancelled)) counted (state, uploads)
                where grain = 'M' group by platform, state
                """);
    }
}
