package io.cliprelay.kit.topic;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How missing topics are created. Topics that exist are left as they are. */
@ConfigMapping(prefix = "cliprelay.topics")
public interface TopicConfig {

    /** Whether missing topics are created; switch it off where an operator manages them. */
    @WithDefault("true")
    boolean create();

    /** Partitions of a topic: how many replicas of a service can share its work. */
    @WithDefault("6")
    @Min(1)
    int partitions();

    /** Copies of each partition; 3 where there are three brokers. */
    @WithDefault("1")
    @Min(1)
    short replicas();

    /** How long a start waits for Kafka before it fails. */
    @WithDefault("60s")
    Duration timeout();
}
