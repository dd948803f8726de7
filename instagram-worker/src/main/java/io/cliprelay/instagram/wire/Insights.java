package io.cliprelay.instagram.wire;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What was counted of a media, metric by metric. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Insights(List<Metric> data) {

    public Insights {
        data = data == null ? List.of() : List.copyOf(data);
    }

    /** One count; its only value is the lifetime's. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Metric(String name, List<Value> values) {
        public Metric {
            values = values == null ? List.of() : List.copyOf(values);
        }
    }

    /** A number; null where there is none. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Value(Long value) {}

    /** The count of this name, where it is there. */
    public Optional<Long> count(String name) {
        return data.stream()
                .filter(metric -> name.equals(metric.name()))
                .flatMap(metric -> metric.values().stream())
                .map(Value::value)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
