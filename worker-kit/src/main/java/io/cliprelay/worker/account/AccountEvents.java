package io.cliprelay.worker.account;

import java.time.InstantSource;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.cliprelay.contracts.EventEnvelope;
import io.cliprelay.contracts.Topics;
import io.cliprelay.contracts.account.AccountEvent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.kit.outbox.OutgoingEvent;
import io.cliprelay.worker.WorkerConfig;
import io.cliprelay.worker.spi.PlatformUploader;

/** What the others are told of this worker's accounts: none of their secrets. */
@ApplicationScoped
class AccountEvents {

    private final PlatformUploader uploader;
    private final boolean sandbox;
    private final InstantSource clock;

    AccountEvents(PlatformUploader uploader, WorkerConfig config, InstantSource clock) {
        this.uploader = uploader;
        this.sandbox = config.sandbox();
        this.clock = clock;
    }

    OutgoingEvent connected(ConnectedAccount account) {
        Optional<Boolean> told = sandbox ? Optional.of(true) : Optional.empty();
        return event(
                account, new AccountEvent.Connected(account.id(), platform(), account.name(), clock.instant(), told));
    }

    OutgoingEvent needsReauthorisation(ConnectedAccount account, UploadFailure.Reason reason) {
        String told = reason.message() + ". " + reason.fix();
        return event(
                account,
                new AccountEvent.NeedsReauthorisation(account.id(), platform(), account.name(), told, clock.instant()));
    }

    OutgoingEvent refreshed(ConnectedAccount account, Secrets granted) {
        return event(
                account,
                new AccountEvent.Refreshed(
                        account.id(),
                        platform(),
                        granted.accessExpiresAt().orElse(granted.obtainedAt()),
                        granted.refreshExpiresAt(),
                        granted.obtainedAt()));
    }

    private OutgoingEvent event(ConnectedAccount account, AccountEvent data) {
        String subject = account.id().toString();
        String source = "/cliprelay/" + platform() + "-worker";
        return new OutgoingEvent(
                Topics.ACCOUNT_EVENTS,
                subject,
                EventEnvelope.of(source, subject, account.tenant(), clock.instant(), data));
    }

    private String platform() {
        return uploader.descriptor().platform();
    }
}
