package io.cliprelay.gateway.deadletter;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.Topics;
import io.cliprelay.gateway.GatewayStack;
import io.cliprelay.kit.testing.TopicWriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class LetterShelfTest {

    private static final int LETTERS = 30;

    private record Within(Duration timeout) implements LetterConfig {

        @Override
        public Optional<Set<String>> operators() {
            return Optional.empty();
        }

        @Override
        public int perPartition() {
            return LETTERS;
        }
    }

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @BeforeEach
    void letters() {
        try (TopicWriter others = TopicWriter.open()) {
            for (int letter = 0; letter < LETTERS; letter++) {
                others.send(Topics.deadLetters(Topics.UPLOAD_EVENTS), "k", Map.of(), "{}");
            }
        }
    }

    @Test
    void whatIsReadTooSlowlyFailsAndIsNotShownAsAll() {
        assertThatThrownBy(() -> all(Duration.ofSeconds(1))).isInstanceOf(TimeoutException.class);
    }

    @Test
    void whoHasTheTimeGetsAll() {
        assertThat(all(Duration.ofSeconds(60))).hasSize(LETTERS);
    }

    private List<Letter> all(Duration timeout) {
        return new LetterShelf(oneByOne(), new Within(timeout))
                .all(Topics.UPLOAD_EVENTS::equals)
                .await()
                .indefinitely();
    }

    /** The broker hands out a letter at a time, and each only after it has waited in vain for more: a tenth of a second. */
    private Map<String, Object> oneByOne() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 1);
        settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1 << 20);
        return settings;
    }
}
