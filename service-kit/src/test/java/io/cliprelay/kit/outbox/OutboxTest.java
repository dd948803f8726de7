package io.cliprelay.kit.outbox;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.kit.SampleEvents;
import io.cliprelay.kit.testing.LocalStackResource;
import io.cliprelay.kit.testing.ReceivedEvent;
import io.cliprelay.kit.testing.TopicReader;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.kit.transaction.Transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class OutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Outbox outbox;

    @Inject
    Transactions transactions;

    @Inject
    Pool pool;

    private final UUID clip = UUID.randomUUID();
    private TopicReader topic;

    @BeforeEach
    void open() {
        topic = TopicReader.of(Topics.CLIP_EVENTS);
    }

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void publishesAnEventAfterTheCommitWithItsAttributes() {
        EventEnvelope<ClipEvent> event = SampleEvents.clipSubmitted(clip);

        transactions
                .run(tx -> outbox.add(OpenTransaction.on(tx), outgoing(event)))
                .await()
                .atMost(PATIENCE);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topic.about(clip)).hasSize(1));
        ReceivedEvent received = topic.about(clip).getFirst();
        assertThat(received.key()).isEqualTo(clip.toString());
        assertThat(received.id()).isEqualTo(event.id());
        assertThat(received.type()).isEqualTo("io.cliprelay.clip.submitted.v1");
        assertThat(received.tenant()).isEqualTo("acme");
        assertThat(received.data(io.cliprelay.contracts.clip.ClipSubmitted.class))
                .isEqualTo(event.data());
    }

    @Test
    void publishesNothingOfATransactionThatRolledBack() {
        UUID next = UUID.randomUUID();
        Uni<Void> broken =
                transactions.run(tx -> outbox.add(OpenTransaction.on(tx), outgoing(SampleEvents.clipSubmitted(clip)))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("after the insert"))));

        assertThatThrownBy(() -> broken.await().atMost(PATIENCE)).hasMessage("after the insert");
        transactions
                .run(tx -> outbox.add(OpenTransaction.on(tx), outgoing(SampleEvents.clipSubmitted(next))))
                .await()
                .atMost(PATIENCE);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topic.about(next)).hasSize(1));
        assertThat(topic.about(clip)).isEmpty();
    }

    @Test
    void publishesTheEventsOfOneSubjectInTheirOrder() {
        List<EventEnvelope<ClipEvent>> events = IntStream.range(0, 700)
                .mapToObj(n -> SampleEvents.clipSubmitted(clip))
                .toList();

        transactions
                .run(tx -> outbox.addAll(
                        OpenTransaction.on(tx),
                        events.stream().map(this::outgoing).toList()))
                .await()
                .atMost(PATIENCE);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topic.about(clip)).hasSize(events.size()));
        assertThat(topic.about(clip))
                .extracting(ReceivedEvent::id)
                .containsExactlyElementsOf(
                        events.stream().map(EventEnvelope::id).toList());
    }

    @Test
    void sweepsWhatADeadProcessLeft() {
        // Straight into the table, as a process does that dies before it can wake its relay.
        pool.withTransaction(tx -> outbox.add(OpenTransaction.on(tx), outgoing(SampleEvents.clipSubmitted(clip))))
                .await()
                .atMost(PATIENCE);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topic.about(clip)).hasSize(1));
    }

    @Test
    void forgetsWhatIsPublished() {
        Stream.generate(() -> SampleEvents.clipSubmitted(clip)).limit(5).forEach(event -> transactions
                .run(tx -> outbox.add(OpenTransaction.on(tx), outgoing(event)))
                .await()
                .atMost(PATIENCE));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(waiting()).isZero());
        assertThat(topic.about(clip)).hasSize(5);
    }

    @Test
    void setsAsideWhatKafkaRefusesWithTheLaterEventsOfItsSubjectAndGoesOn() {
        UUID other = UUID.randomUUID();
        EventEnvelope<ClipEvent> refused = SampleEvents.clipSubmitted(clip);
        EventEnvelope<ClipEvent> later = SampleEvents.clipSubmitted(clip);
        add(Topics.CLIP_EVENTS + " is no topic's name", refused);
        add(Topics.CLIP_EVENTS, later);
        add(Topics.CLIP_EVENTS, SampleEvents.clipSubmitted(other));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topic.about(other)).hasSize(1));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(setAside())
                .containsExactly(refused.id().toString(), later.id().toString()));

        // Also what comes after all that is over.
        EventEnvelope<ClipEvent> last = SampleEvents.clipSubmitted(clip);
        add(Topics.CLIP_EVENTS, last);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(setAside()).contains(last.id().toString()));
        assertThat(topic.about(clip)).isEmpty();
    }

    @Test
    void anEventThatIsTooLargeForKafkaStopsNoOther() {
        UUID other = UUID.randomUUID();
        add(Topics.CLIP_EVENTS, SampleEvents.clipSubmitted(clip));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(waiting()).isZero());
        pool.query("""
                        insert into outbox (topic, key, subject, headers, payload)
                        select 'clip-events', '%1$s', '%1$s', '{"ce_id": "large"}', repeat('x', 1048576)
                        """.formatted(clip)).execute().await().atMost(PATIENCE);
        add(Topics.CLIP_EVENTS, SampleEvents.clipSubmitted(other));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topic.about(other)).hasSize(1));
        assertThat(setAside()).containsExactly("large");
    }

    @Test
    void publishesMoreThanMayBeHeldAtOnce() {
        pool.query("""
                        insert into outbox (topic, key, subject, headers, payload)
                        select 'clip-events', '%1$s', '%1$s', jsonb_build_object('ce_id', n, 'ce_subject', '%1$s'),
                               repeat('x', 400000)
                        from generate_series(1, 50) n
                        """.formatted(clip)).execute().await().atMost(PATIENCE);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(waiting()).isZero());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        topic.all(event -> clip.toString().equals(event.key())))
                .hasSize(50));
    }

    private void add(String to, EventEnvelope<ClipEvent> event) {
        transactions
                .run(tx -> outbox.add(OpenTransaction.on(tx), new OutgoingEvent(to, event.subject(), event)))
                .await()
                .atMost(PATIENCE);
    }

    private List<String> setAside() {
        return pool.query("select headers->>'ce_id' from outbox_set_aside where key = '%s' order by id".formatted(clip))
                .mapping(row -> row.getString(0))
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .await()
                .atMost(PATIENCE);
    }

    private long waiting() {
        return pool.query("select count(*) from outbox where key = '" + clip + "'")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(PATIENCE);
    }

    private OutgoingEvent outgoing(EventEnvelope<ClipEvent> event) {
        return new OutgoingEvent(Topics.CLIP_EVENTS, clip.toString(), event);
    }
}
