package io.cliprelay.kit.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;

/** Everything that was ever published to a topic, from its beginning. For one thread. */
public final class TopicReader implements AutoCloseable {

    private final KafkaConsumer<String, String> consumer;
    private final List<ReceivedEvent> received = new ArrayList<>();
    private final String topic;

    private TopicReader(String bootstrapServers, String topic) {
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        // A broker answers one request at a time: where a fetch waits, the question for the end does.
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        10),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads a topic of the broker that the application under test uses; the topic must exist. */
    public static TopicReader of(String topic) {
        return of(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class), topic);
    }

    /** Reads a topic of the given broker; the topic must exist. */
    public static TopicReader of(String bootstrapServers, String topic) {
        return new TopicReader(bootstrapServers, topic);
    }

    /** All records up to now, in the order of their partitions. Returns at once when there is nothing new. */
    public List<ReceivedEvent> all() {
        while (behind()) {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> received.add(ReceivedEvent.of(record)));
        }
        return List.copyOf(received);
    }

    /** The records of {@link #all} that {@code wanted} accepts. */
    public List<ReceivedEvent> all(Predicate<ReceivedEvent> wanted) {
        return all().stream().filter(wanted).toList();
    }

    /** The records of {@link #all} about one subject. */
    public List<ReceivedEvent> about(Object subject) {
        return all(event -> event.subject().equals(subject.toString()));
    }

    private boolean behind() {
        Set<TopicPartition> partitions = consumer.assignment();
        return consumer.endOffsets(partitions).entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }

    @Override
    public String toString() {
        return topic + received.stream().map(ReceivedEvent::type).collect(Collectors.joining(", ", "[", "]"));
    }
}
