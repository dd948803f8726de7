package io.cliprelay.kit.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

import io.cliprelay.contracts.CloudEventHeaders;
import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventJson;

/** Publishes what other services would, or what no service ever should. */
public final class TopicWriter implements AutoCloseable {

    private final KafkaProducer<String, String> producer;

    private TopicWriter(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Writes to the broker that the application under test uses. */
    public static TopicWriter open() {
        return open(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    }

    /** Writes to the given broker. */
    public static TopicWriter open(String bootstrapServers) {
        return new TopicWriter(bootstrapServers);
    }

    /** Publishes an event as the services do; returns when the broker has it. */
    public void send(String topic, Object key, EventEnvelope<?> event) {
        send(topic, key.toString(), CloudEventHeaders.of(event), EventJson.encode(event.data()));
    }

    /** Publishes any record; key and value may be null. Returns when the broker has it. */
    public void send(String topic, String key, Map<String, String> headers, String value) {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while writing to " + topic, interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("Could not write to " + topic, failed.getCause());
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
