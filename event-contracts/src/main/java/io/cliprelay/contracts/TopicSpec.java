package io.cliprelay.contracts;

import java.time.Duration;
import java.util.Objects;

/**
 * What a topic is created with, beside partitions and replication, which are a deployment's choice.
 *
 * @param retention how long records are kept; ignored where {@code compacted}
 * @param compacted whether only the latest record per key is kept, for ever
 */
public record TopicSpec(String name, Duration retention, boolean compacted) {

    public TopicSpec {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(retention, "retention");
    }

    static TopicSpec retained(String name, Duration retention) {
        return new TopicSpec(name, retention, false);
    }

    static TopicSpec compacted(String name) {
        return new TopicSpec(name, Duration.ZERO, true);
    }
}
