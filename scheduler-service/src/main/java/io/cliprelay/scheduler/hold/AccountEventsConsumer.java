package io.cliprelay.scheduler.hold;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.account.AccountEvent;
import io.cliprelay.kit.consume.EventConsumer;

/** Hears whether accounts can be published to. */
@ApplicationScoped
public class AccountEventsConsumer {

    private static final EventTypes<AccountEvent> TYPES = EventTypes.of(AccountEvent.class);

    private final EventConsumer consumer;
    private final Tidings tidings;

    AccountEventsConsumer(EventConsumer consumer, Tidings tidings) {
        this.consumer = consumer;
        this.tidings = tidings;
    }

    @Incoming("account-events")
    Uni<Void> on(IncomingKafkaRecord<String, String> incoming) {
        return consumer.consume(incoming, TYPES, event -> take(event, Heard.of(incoming)));
    }

    private Uni<Void> take(EventEnvelope<AccountEvent> event, Heard heard) {
        UUID account = event.data().accountId();
        return tidings.take(
                Scope.ofAccount(platform(event.data()), account),
                Word.of(event.data(), event.time()),
                event.time(),
                heard);
    }

    private static String platform(AccountEvent event) {
        return switch (event) {
            case AccountEvent.Connected connected -> connected.platform();
            case AccountEvent.NeedsReauthorisation needed -> needed.platform();
            case AccountEvent.Refreshed refreshed -> refreshed.platform();
            case AccountEvent.Held held -> held.platform();
            case AccountEvent.Released released -> released.platform();
        };
    }
}
