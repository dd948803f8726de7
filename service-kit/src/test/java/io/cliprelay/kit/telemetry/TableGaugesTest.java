package io.cliprelay.kit.telemetry;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.MeterNotFoundException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.Test;

import io.cliprelay.kit.testing.LocalStackResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class TableGaugesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    TableGauges gauges;

    @Inject
    MeterRegistry meters;

    @Inject
    Pool pool;

    /** Counts a table of its own. */
    @ApplicationScoped
    static class Marbles {

        @Produces
        @Singleton
        TableGauge marbles() {
            return new TableGauge(
                    "kit.test.marbles",
                    "",
                    "Marbles by colour",
                    List.of("colour"),
                    "select colour, count(*)::float8 as value from marble group by colour");
        }
    }

    @Test
    void theNumbersAreThoseOfTheTableAndGoWithItsRows() {
        run("create table marble (colour text)");
        run("insert into marble values ('red'), ('red'), ('blue')");
        look();
        assertThat(value("kit.test.marbles", "red")).isEqualTo(2);
        assertThat(value("kit.test.marbles", "blue")).isEqualTo(1);

        run("delete from marble where colour = 'blue'");
        look();

        assertThatThrownBy(() -> value("kit.test.marbles", "blue")).isInstanceOf(MeterNotFoundException.class);
    }

    private double value(String name, String colour) {
        return meters.get(name).tag("colour", colour).gauge().value();
    }

    private void look() {
        gauges.read().await().atMost(PATIENCE);
    }

    private void run(String sql) {
        pool.query(sql).execute().await().atMost(PATIENCE);
    }
}
