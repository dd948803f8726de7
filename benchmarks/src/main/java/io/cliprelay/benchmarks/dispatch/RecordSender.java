package io.cliprelay.benchmarks.dispatch;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends a job's record as ours does: idempotent, acknowledged by all, without waiting for company. */
final class RecordSender {

    private static final Pattern ACCOUNT = Pattern.compile("\"accountId\":\"([^\"]+)\"");

    private final KafkaProducer<String, String> producer;

    RecordSender(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        0,
                        "batch.size",
                        128 * 1024),
                new StringSerializer(),
                new StringSerializer());
    }

    Future<RecordMetadata> send(String command) {
        Matcher account = ACCOUNT.matcher(command);
        String key = account.find() ? account.group(1) : null;
        return producer.send(new ProducerRecord<>(Ground.TOPIC, key, command));
    }

    /** Returns when Kafka has it. */
    void sendAndWait(String command) {
        try {
            send(command).get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
