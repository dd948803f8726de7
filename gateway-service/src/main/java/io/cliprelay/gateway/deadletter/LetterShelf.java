package io.cliprelay.gateway.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.cliprelay.contracts.Topics;

/** Reads the dead-letter topics, in no group and committing nothing; on worker threads, since Kafka's client waits. */
@ApplicationScoped
class LetterShelf {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final String ENDING = Topics.deadLetters("");

    private final Map<String, Object> kafka;
    private final LetterConfig config;

    LetterShelf(@Identifier("default-kafka-broker") Map<String, Object> kafka, LetterConfig config) {
        this.kafka = kafka;
        this.config = config;
    }

    /**
     * The latest letters of the topics that {@code meant} accepts by the name of what they were meant for, in no order.
     * Fails where Kafka does not answer in time.
     */
    Uni<List<Letter>> all(Predicate<String> meant) {
        return reading(consumer -> latest(consumer, partitions(consumer, meant)));
    }

    /** The letter; empty where there is none, or not any more. */
    Uni<Optional<Letter>> find(LetterId id) {
        return reading(consumer -> {
            TopicPartition partition = new TopicPartition(id.deadLetterTopic(), id.partition());
            return partitions(consumer, id.topic()::equals).contains(partition)
                    ? at(consumer, partition, id.offset())
                    : Optional.empty();
        });
    }

    private <T> Uni<T> reading(Function<KafkaConsumer<String, String>, T> work) {
        return Uni.createFrom()
                .item(() -> {
                    try (KafkaConsumer<String, String> consumer =
                            new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
                        return work.apply(consumer);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Map<String, Object> settings() {
        int timeout = Math.toIntExact(config.timeout().toMillis());
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeout);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, timeout);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return settings;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer, Predicate<String> meant) {
        return consumer.listTopics().entrySet().stream()
                .filter(topic -> topic.getKey().endsWith(ENDING))
                .filter(topic -> meant.test(meantFor(topic.getKey())))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private List<Letter> latest(KafkaConsumer<String, String> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
        List<TopicPartition> filled = partitions.stream()
                .filter(partition -> ends.get(partition) > begins.get(partition))
                .toList();
        consumer.assign(filled);
        filled.forEach(partition ->
                consumer.seek(partition, Math.max(begins.get(partition), ends.get(partition) - config.perPartition())));
        List<Letter> letters = new ArrayList<>();
        long deadline = System.nanoTime() + config.timeout().toNanos();
        while (isBehind(consumer, filled, ends)) {
            requireTime(deadline);
            consumer.poll(POLL).forEach(record -> letters.add(letter(record)));
        }
        return letters;
    }

    private Optional<Letter> at(KafkaConsumer<String, String> consumer, TopicPartition partition, long offset) {
        if (offset >= consumer.endOffsets(List.of(partition)).get(partition)
                || offset < consumer.beginningOffsets(List.of(partition)).get(partition)) {
            return Optional.empty();
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, offset);
        long deadline = System.nanoTime() + config.timeout().toNanos();
        while (consumer.position(partition) <= offset) {
            requireTime(deadline);
            for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
                if (record.offset() == offset) {
                    return Optional.of(letter(record));
                }
            }
        }
        return Optional.empty();
    }

    /** What is not read yet must not look like what is not there. */
    private static void requireTime(long deadline) {
        if (System.nanoTime() - deadline >= 0) {
            throw new TimeoutException("The dead letters could not all be read in time");
        }
    }

    private static boolean isBehind(
            KafkaConsumer<String, String> consumer,
            Collection<TopicPartition> partitions,
            Map<TopicPartition, Long> ends) {
        return partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition));
    }

    private static Letter letter(ConsumerRecord<String, String> record) {
        return Letter.of(new LetterId(meantFor(record.topic()), record.partition(), record.offset()), record);
    }

    private static String meantFor(String topic) {
        return topic.substring(0, topic.length() - ENDING.length());
    }
}
