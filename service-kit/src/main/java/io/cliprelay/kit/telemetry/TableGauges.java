package io.cliprelay.kit.telemetry;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import org.jboss.logging.Logger;

/** Shows the numbers that stand in the database. While it is away they stay as they were last seen. */
@ApplicationScoped
public class TableGauges {

    private static final Logger LOG = Logger.getLogger(TableGauges.class);

    private final Map<TableGauge, MultiGauge> gauges;
    private final Pool pool;
    private final MetricsConfig config;
    private final Vertx vertx;
    private long timer;

    TableGauges(@All List<TableGauge> wanted, MeterRegistry meters, Pool pool, MetricsConfig config, Vertx vertx) {
        this.gauges = wanted.stream().collect(Collectors.toMap(Function.identity(), gauge -> meter(gauge, meters)));
        this.pool = pool;
        this.config = config;
        this.vertx = vertx;
    }

    private static MultiGauge meter(TableGauge gauge, MeterRegistry meters) {
        return MultiGauge.builder(gauge.name())
                .description(gauge.description())
                .baseUnit(gauge.unit().isEmpty() ? null : gauge.unit())
                .register(meters);
    }

    void start(@Observes StartupEvent started) {
        look();
        timer = vertx.setPeriodic(config.tableInterval().toMillis(), any -> look());
    }

    void stop(@Observes ShutdownEvent stopping) {
        vertx.cancelTimer(timer);
    }

    private void look() {
        // Nobody waits for it: what cannot be seen now is seen at the next look.
        read().subscribe().with(done -> {}, failure -> LOG.debugf("The database told no numbers: %s", failure));
    }

    /** Asks for all of them, one after the other. */
    Uni<Void> read() {
        return Multi.createFrom()
                .iterable(gauges.keySet())
                .onItem()
                .transformToUniAndConcatenate(this::read)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> read(TableGauge gauge) {
        return pool.query(gauge.sql())
                .execute()
                .invoke(rows -> gauges.get(gauge).register(rows(gauge, rows), true))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.debugf("%s could not be read: %s", gauge.name(), failure))
                .onFailure()
                .recoverWithNull();
    }

    private static List<MultiGauge.Row<?>> rows(TableGauge gauge, RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .<MultiGauge.Row<?>>map(row -> MultiGauge.Row.of(tags(gauge, row), row.getDouble("value")))
                .toList();
    }

    private static Tags tags(TableGauge gauge, Row row) {
        return Tags.of(gauge.tags().stream()
                .map(tag -> Tag.of(tag, row.getString(tag)))
                .toList());
    }
}
