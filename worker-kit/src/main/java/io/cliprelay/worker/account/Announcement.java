package io.cliprelay.worker.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.ObserverMethod;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.platform.PlatformEvent;
import io.cliprelay.kit.outbox.Outbox;
import io.cliprelay.kit.outbox.OutgoingEvent;
import io.cliprelay.kit.transaction.OpenTransaction;
import io.cliprelay.kit.transaction.Transactions;
import io.cliprelay.worker.limits.Allowances;
import io.cliprelay.worker.spi.Call;
import io.cliprelay.worker.spi.Charge;
import io.cliprelay.worker.spi.PlatformUploader;

/**
 * Seeds the credential store at start, then tells the others what the platform accepts and which accounts there are;
 * telling it twice is harmless. An account whose owner was asked to consent anew is not said to be connected.
 */
@ApplicationScoped
public class Announcement {

    /** When at start: where observers stand that name no order. */
    static final int ORDER = ObserverMethod.DEFAULT_PRIORITY;

    private static final String EVERYONE = "*";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final PlatformUploader uploader;
    private final Allowances allowances;
    private final ConnectedAccounts accounts;
    private final CredentialStore credentials;
    private final AccountEvents events;
    private final Transactions transactions;
    private final Outbox outbox;
    private final InstantSource clock;

    Announcement(
            PlatformUploader uploader,
            Allowances allowances,
            ConnectedAccounts accounts,
            CredentialStore credentials,
            AccountEvents events,
            Transactions transactions,
            Outbox outbox,
            InstantSource clock) {
        this.uploader = uploader;
        this.allowances = allowances;
        this.accounts = accounts;
        this.credentials = credentials;
        this.events = events;
        this.transactions = transactions;
        this.outbox = outbox;
        this.clock = clock;
    }

    void start(@Observes @Priority(ORDER) StartupEvent started) {
        seeded().chain(this::announce).await().atMost(LIMIT);
    }

    private Uni<List<StoredCredential>> seeded() {
        return Multi.createFrom()
                .iterable(accounts.all())
                .onItem()
                .transformToUniAndConcatenate(credentials::seed)
                .collect()
                .asList();
    }

    private Uni<Void> announce(List<StoredCredential> stored) {
        List<OutgoingEvent> all = Stream.concat(
                        Stream.of(described()),
                        stored.stream()
                                .filter(Predicate.not(StoredCredential::unusable))
                                .map(credential -> events.connected(credential.account())))
                .toList();
        return transactions.run(tx -> outbox.addAll(OpenTransaction.on(tx), all));
    }

    /** What is charged once, if nothing goes wrong; what depends on a platform's answers is not known beforehand. */
    private List<Charge> chargesOfOneUpload() {
        return Stream.of(Call.OPEN, Call.FINISH, Call.PUBLISH)
                .flatMap(call -> uploader.charges(call).stream())
                .toList();
    }

    private OutgoingEvent described() {
        PlatformDescriptor descriptor = uploader.descriptor().limitedBy(allowances.told(chargesOfOneUpload()));
        String source = "/cliprelay/" + descriptor.platform() + "-worker";
        return new OutgoingEvent(
                Topics.PLATFORM_CATALOG,
                descriptor.platform(),
                EventEnvelope.of(
                        source,
                        descriptor.platform(),
                        EVERYONE,
                        clock.instant(),
                        new PlatformEvent.Described(descriptor)));
    }
}
