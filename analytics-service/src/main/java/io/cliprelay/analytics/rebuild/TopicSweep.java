package io.cliprelay.analytics.rebuild;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.cliprelay.analytics.intake.Source;

/** Reads all topics of history from their beginnings, in no group, committing nothing. Blocks; for one thread. */
final class TopicSweep implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int RECORDS = 5000;

    private final KafkaConsumer<String, String> consumer;

    private TopicSweep(KafkaConsumer<String, String> consumer) {
        this.consumer = consumer;
    }

    /** @param kafka how the service reaches Kafka */
    static TopicSweep begin(Map<String, Object> kafka) {
        KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = Source.ALL.stream()
                .flatMap(source -> consumer.partitionsFor(source.topic()).stream())
                .map(TopicSweep::partition)
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new TopicSweep(consumer);
    }

    private static Map<String, Object> settings(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 << 20);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return settings;
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }

    /** Where the topics end now. */
    Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(consumer.assignment());
    }

    /** The goal as far as it is there: a topic that was made anew ends earlier than what was counted of the old one. */
    Map<TopicPartition, Long> present(Map<TopicPartition, Long> goal) {
        Map<TopicPartition, Long> ends = ends();
        return goal.entrySet().stream()
                .filter(each -> ends.containsKey(each.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> Math.min(each.getValue(), ends.get(each.getKey()))));
    }

    /** Whether all before {@code goal} was read. */
    boolean reached(Map<TopicPartition, Long> goal) {
        return goal.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    ConsumerRecords<String, String> next() {
        return consumer.poll(PATIENCE);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
