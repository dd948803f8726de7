package io.cliprelay.benchmarks.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The records that have come since it was opened, with the broker's time of each. */
final class Arrivals implements AutoCloseable {

    /**
     * A job's record.
     *
     * @param dueMillis of the epoch
     * @param cameMillis the same, when the broker wrote it
     */
    record Arrival(long dueMillis, long cameMillis) {

        double late() {
            return cameMillis - (double) dueMillis;
        }
    }

    private static final Pattern UPLOAD = Pattern.compile("\"uploadId\":\"([^\"]+)\"");
    private static final Pattern DUE = Pattern.compile("\"dueAt\":\"([^\"]+)\"");

    private final KafkaConsumer<String, String> consumer;
    private final List<Arrival> arrived = new ArrayList<>();
    private final Set<String> uploads = new HashSet<>();

    Arrivals(Ground ground) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", ground.kafka(), "enable.auto.commit", false, "fetch.max.wait.ms", 200),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, Ground.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Ground.TOPIC, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /**
     * Waits until {@code count} jobs have come. Does not read before {@code notBefore}: reading takes CPU from those who
     * are measured.
     */
    List<Arrival> await(int count, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (uploads.size() < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "only " + uploads.size() + " of " + count + " jobs came within " + limit);
            }
            consumer.poll(Duration.ofMillis(200)).forEach(this::take);
        }
        return List.copyOf(arrived);
    }

    /** How many records there are, by their offsets alone. */
    long count() {
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                        .mapToLong(end -> end.getValue() - consumer.position(end.getKey()))
                        .sum()
                + arrived.size();
    }

    /** How many of those read came a second time. */
    int repeated() {
        return arrived.size() - uploads.size();
    }

    private void take(ConsumerRecord<String, String> record) {
        uploads.add(first(UPLOAD, record.value()));
        arrived.add(new Arrival(Instant.parse(first(DUE, record.value())).toEpochMilli(), record.timestamp()));
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
