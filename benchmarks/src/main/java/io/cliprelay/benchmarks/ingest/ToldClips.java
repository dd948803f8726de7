package io.cliprelay.benchmarks.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.cliprelay.contracts.Topics;

/** Reads what is told of clips, and keeps when it was read and how old it was then. */
final class ToldClips implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final KafkaConsumer<String, String> consumer;
    private final Queue<Double> ages = new ConcurrentLinkedQueue<>();
    private final Thread reader = new Thread(this::read, "clip-events");
    private volatile boolean closing;
    private volatile long latest = System.nanoTime();

    ToldClips(String broker) {
        consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.CLIP_EVENTS).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reader.start();
    }

    /** From the instant at which the gateway took each clip until its record was read here, in milliseconds. */
    Collection<Double> ages() {
        return ages;
    }

    int count() {
        return ages.size();
    }

    /** When the last one was read, as {@link System#nanoTime()} counts. */
    long latest() {
        return latest;
    }

    /** Begins to count anew. */
    void forget() {
        ages.clear();
    }

    private void read() {
        while (!closing) {
            consumer.poll(PATIENCE).forEach(this::take);
        }
        consumer.close();
    }

    private void take(ConsumerRecord<String, String> told) {
        String time = new String(told.headers().lastHeader("ce_time").value(), StandardCharsets.UTF_8);
        ages.add(Duration.between(Instant.parse(time), Instant.now()).toNanos() / 1e6);
        latest = System.nanoTime();
    }

    @Override
    public void close() {
        closing = true;
        try {
            reader.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
