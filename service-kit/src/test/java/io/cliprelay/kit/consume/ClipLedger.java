package io.cliprelay.kit.consume;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.clip.ClipEvent;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.kit.transaction.Transactions;

/** A small consumer, as a service has them: what it saw can be asked for, and it can be made to fail. */
@Singleton
class ClipLedger {

    private static final EventTypes<ClipEvent> TYPES = EventTypes.of(ClipEvent.class);

    final List<UUID> effects = new CopyOnWriteArrayList<>();
    final Set<UUID> cursed = Collections.synchronizedSet(new HashSet<>());
    final Set<UUID> waitingForDatabase = Collections.synchronizedSet(new HashSet<>());

    private final EventConsumer consumer;
    private final Transactions transactions;
    private final ConsumedEvents consumed;

    ClipLedger(EventConsumer consumer, Transactions transactions, ConsumedEvents consumed) {
        this.consumer = consumer;
        this.transactions = transactions;
        this.consumed = consumed;
    }

    @Incoming("clips")
    Uni<Void> on(IncomingKafkaRecord<String, String> incoming) {
        return consumer.consume(incoming, TYPES, this::enter);
    }

    private Uni<Void> enter(EventEnvelope<ClipEvent> event) {
        UUID clip = event.data().clipId();
        if (cursed.contains(clip)) {
            return Uni.createFrom().failure(new IllegalStateException("cannot be handled"));
        }
        if (waitingForDatabase.remove(clip)) {
            return Uni.createFrom().failure(new java.io.IOException("connection refused"));
        }
        return transactions
                .run(tx -> consumed.firstTime(OpenTransaction.on(tx), "ledger", event.id()))
                .invoke(first -> record(first, clip))
                .replaceWithVoid();
    }

    private void record(boolean first, UUID clip) {
        if (first) {
            effects.add(clip);
        }
    }
}
