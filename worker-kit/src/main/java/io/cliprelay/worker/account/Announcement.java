package io.cliprelay.worker.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.account.AccountEvent;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.outbox.OutgoingEvent;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.kit.transaction.Transactions;
import io.cliprelay.worker.spi.PlatformUploader;

/** Tells the others at start what the platform accepts and which accounts there are; telling it twice is harmless. */
@ApplicationScoped
public class Announcement {

    private static final String EVERYONE = "*";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final PlatformUploader uploader;
    private final ConnectedAccounts accounts;
    private final Transactions transactions;
    private final Outbox outbox;
    private final InstantSource clock;

    Announcement(
            PlatformUploader uploader,
            ConnectedAccounts accounts,
            Transactions transactions,
            Outbox outbox,
            InstantSource clock) {
        this.uploader = uploader;
        this.accounts = accounts;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        List<OutgoingEvent> events = Stream.concat(
                        Stream.of(described()), accounts.all().stream().map(this::connected))
                .toList();
        transactions
                .run(tx -> outbox.addAll(OpenTransaction.on(tx), events))
                .await()
                .atMost(LIMIT);
    }

    private OutgoingEvent described() {
        PlatformDescriptor descriptor = uploader.descriptor();
        return event(Topics.PLATFORM_CATALOG, descriptor.platform(), EVERYONE, new PlatformEvent.Described(descriptor));
    }

    private OutgoingEvent connected(ConnectedAccount account) {
        return event(
                Topics.ACCOUNT_EVENTS,
                account.id().toString(),
                account.tenant(),
                new AccountEvent.Connected(
                        account.id(), uploader.descriptor().platform(), account.name(), clock.instant()));
    }

    private OutgoingEvent event(String topic, String subject, String tenant, Object data) {
        String source = "/cliprelay/" + uploader.descriptor().platform() + "-worker";
        return new OutgoingEvent(topic, subject, EventEnvelope.of(source, subject, tenant, clock.instant(), data));
    }
}
