package io.cliprelay.gateway.account;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.cliprelay.contracts.EventTypes;
import io.cliprelay.contracts.account.AccountEvent;
import io.cliprelay.kit.consume.EventConsumer;

/** Learns of accounts. */
@ApplicationScoped
public class AccountEventsConsumer {

    private static final EventTypes<AccountEvent> TYPES = EventTypes.of(AccountEvent.class);

    private final EventConsumer consumer;
    private final Accounts accounts;
    private final AccountHealths healths;

    AccountEventsConsumer(EventConsumer consumer, Accounts accounts, AccountHealths healths) {
        this.consumer = consumer;
        this.accounts = accounts;
        this.healths = healths;
    }

    @Incoming("account-events")
    Uni<Void> on(IncomingKafkaRecord<String, String> incoming) {
        return consumer.consume(incoming, TYPES, event -> accounts.take(event).chain(() -> healths.take(event)));
    }
}
