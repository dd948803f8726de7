package io.cliprelay.kit.telemetry;

import java.util.List;
import java.util.Objects;

/**
 * A number that stands in the service's database: a bean of this type is asked for at intervals and shown in the metrics.
 * Every replica shows the same.
 *
 * @param name of the metric, dotted
 * @param unit such as {@code seconds}; empty where things are counted
 * @param tags columns that tell the rows apart; never an id of a clip, upload, account or tenant
 * @param sql yields the tags and a column {@code value}, in a few rows; cheap, however much there is
 */
public record TableGauge(String name, String unit, String description, List<String> tags, String sql) {

    public TableGauge {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(description, "description");
        tags = List.copyOf(tags);
        Objects.requireNonNull(sql, "sql");
    }
}
