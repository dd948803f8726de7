package io.cliprelay.kit.consume;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.CloudEventHeaders;
import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.kit.SampleEvents;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.kit.testing.TopicWriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class EventConsumerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DEAD_LETTERS = Topics.deadLetters(Topics.CLIP_EVENTS);

    @Inject
    ClipLedger ledger;

    private final UUID clip = UUID.randomUUID();
    private final String key = clip.toString();
    private TopicWriter writer;
    private TopicReader deadLetters;

    @BeforeEach
    void open() {
        writer = TopicWriter.open();
        deadLetters = TopicReader.of(DEAD_LETTERS);
    }

    @AfterEach
    void close() {
        writer.close();
        deadLetters.close();
    }

    @Test
    void anEventThatComesTwiceHasOneEffect() {
        EventEnvelope<ClipEvent> event = SampleEvents.clipSubmitted(clip);

        writer.send(Topics.CLIP_EVENTS, key, event);
        writer.send(Topics.CLIP_EVENTS, key, event);

        assertNextIsHandled();
        assertThat(ledger.effects).filteredOn(clip::equals).hasSize(1);
    }

    @Test
    void aRecordThatIsNoJsonIsSetAsideWithItsReasonAndBlocksNothing() {
        writer.send(Topics.CLIP_EVENTS, key, headers(Map.of()), "{\"clipId\": 7");

        assertNextIsHandled();
        ReceivedEvent dead = awaitDeadLetter();
        assertThat(dead.value()).isEqualTo("{\"clipId\": 7");
        assertThat(dead.headers().get(DeadLetters.REASON)).contains("not a ClipSubmitted");
        assertThat(dead.headers()).containsEntry(DeadLetters.TOPIC, Topics.CLIP_EVENTS);
        assertThat(dead.headers()).containsKeys(DeadLetters.PARTITION, DeadLetters.OFFSET);
    }

    @Test
    void aRecordWithoutAValueIsSetAside() {
        writer.send(Topics.CLIP_EVENTS, key, headers(Map.of()), null);

        assertNextIsHandled();
        assertThat(awaitDeadLetter().headers().get(DeadLetters.REASON)).contains("no value");
    }

    @Test
    void ofARecordThatIsTooLargeToBeSetAsideTheHeadIsKeptAndItBlocksNothing() {
        String large = "x".repeat(1_048_000);
        writer.send(Topics.CLIP_EVENTS, key, headers(Map.of()), large);

        assertNextIsHandled();
        ReceivedEvent dead = awaitDeadLetter();
        assertThat(dead.value()).isEqualTo(large.substring(0, DeadLetters.HEAD));
        assertThat(dead.headers())
                .containsEntry(DeadLetters.SIZE, "1048000")
                .containsEntry(DeadLetters.TOPIC, Topics.CLIP_EVENTS)
                .containsEntry(CloudEventHeaders.SUBJECT, clip.toString())
                .containsKeys(DeadLetters.PARTITION, DeadLetters.OFFSET);
    }

    @Test
    void aRecordWithoutATypeIsSetAside() {
        writer.send(Topics.CLIP_EVENTS, key, Map.of(), "{}");

        assertNextIsHandled();
        assertThat(awaitDeadLetter().headers().get(DeadLetters.REASON)).contains("ce_type is missing");
    }

    @Test
    void anEventOfATypeFromTomorrowIsSkipped() {
        writer.send(
                Topics.CLIP_EVENTS, key, headers(Map.of(CloudEventHeaders.TYPE, "io.cliprelay.clip.sung.v1")), "{}");

        assertNextIsHandled();
        assertThat(myDeadLetters()).isEmpty();
    }

    @Test
    void anEventThatCannotBeHandledIsSetAsideAndBlocksNothing() {
        ledger.cursed.add(clip);

        writer.send(Topics.CLIP_EVENTS, key, SampleEvents.clipSubmitted(clip));

        ledger.effects.clear();
        assertThat(awaitDeadLetter().headers().get(DeadLetters.REASON)).contains("cannot be handled");
        ledger.cursed.clear();
        assertNextIsHandled();
    }

    @Test
    void anEventIsTriedAgainUntilTheDatabaseIsBack() {
        ledger.waitingForDatabase.add(clip);

        writer.send(Topics.CLIP_EVENTS, key, SampleEvents.clipSubmitted(clip));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ledger.effects).contains(clip));
        assertThat(myDeadLetters()).isEmpty();
    }

    /** Same key, hence same partition: it is handled only if what came before did not block. */
    private void assertNextIsHandled() {
        UUID next = UUID.randomUUID();
        writer.send(Topics.CLIP_EVENTS, key, SampleEvents.clipSubmitted(next));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ledger.effects).contains(next));
    }

    private ReceivedEvent awaitDeadLetter() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(myDeadLetters()).hasSize(1));
        return myDeadLetters().getFirst();
    }

    private List<ReceivedEvent> myDeadLetters() {
        return deadLetters.all(letter -> key.equals(letter.key()));
    }

    private Map<String, String> headers(Map<String, String> different) {
        Map<String, String> headers = new HashMap<>(CloudEventHeaders.of(SampleEvents.clipSubmitted(clip)));
        headers.putAll(different);
        return headers;
    }
}
