package io.cliprelay.localstack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The broker's configuration: broker and controller in one, made for one person's machine. */
record BrokerSettings(Path logFolder, int port, int controllerPort) {

    private static final String HOST = "127.0.0.1";

    /** One partition or few of each internal topic: every partition costs files, buffers and recovery time. */
    private static final Map<String, String> INTERNAL_TOPICS = Map.of(
            "offsets.topic.num.partitions", "4",
            "offsets.topic.replication.factor", "1",
            "transaction.state.log.num.partitions", "2",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1");

    private static final Map<String, String> SMALL = Map.of(
            // After a kill, the controller admits the broker again only when its old session has ended.
            "broker.session.timeout.ms", "4000",
            "broker.heartbeat.interval.ms", "1000",
            "num.network.threads", "2",
            "num.io.threads", "3",
            "background.threads", "2",
            "num.recovery.threads.per.data.dir", "1",
            // The default of 128 MiB is most of a small heap.
            "log.cleaner.dedupe.buffer.size", "4194304",
            "log.cleaner.io.buffer.size", "131072",
            "log.index.size.max.bytes", "1048576",
            // The default writes a record every half second on an idle machine.
            "metadata.max.idle.interval.ms", "10000");

    private static final Map<String, String> BEHAVIOUR = Map.of(
            "auto.create.topics.enable", "false",
            "default.replication.factor", "1",
            "num.partitions", "2",
            "group.initial.rebalance.delay.ms", "0",
            "log.retention.check.interval.ms", "60000");

    String bootstrapServers() {
        return HOST + ":" + port;
    }

    Properties toProperties() {
        Properties properties = new Properties();
        properties.putAll(addresses());
        properties.putAll(INTERNAL_TOPICS);
        properties.putAll(SMALL);
        properties.putAll(BEHAVIOUR);
        return properties;
    }

    private Map<String, String> addresses() {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@%s:%d".formatted(HOST, controllerPort),
                "controller.listener.names",
                "CONTROLLER",
                "listeners",
                "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(HOST, port, HOST, controllerPort),
                "advertised.listeners",
                "PLAINTEXT://" + bootstrapServers(),
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs",
                logFolder.toString());
    }
}
