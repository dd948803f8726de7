package io.cliprelay.worker.upload;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.platform.CommonOptions;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.PlatformSettings;
import io.cliprelay.worker.account.AccessTokens;
import io.cliprelay.worker.account.ConnectedAccount;
import io.cliprelay.worker.account.ConnectedAccounts;
import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.limits.Breakers;
import io.cliprelay.worker.spi.PublishMode;

/** Opens the account that an upload goes to. */
@ApplicationScoped
class Authentication {

    private final ConnectedAccounts accounts;
    private final AccessTokens tokens;
    private final Breakers breakers;
    private final boolean autoPublish;

    Authentication(ConnectedAccounts accounts, AccessTokens tokens, Breakers breakers, PlatformSettings settings) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.breakers = breakers;
        this.autoPublish = settings.upload().autoPublish();
    }

    Uni<RunningUpload> of(StoredUpload upload) {
        return Uni.createFrom().item(() -> account(upload)).chain(account -> open(upload, account));
    }

    private Uni<RunningUpload> open(StoredUpload upload, ConnectedAccount account) {
        // A token may have been fetched for another upload, on that one's context.
        return OwnContext.keep(tokens.of(account))
                .map(token -> new RunningUpload(upload, token, account.ref(), mode(upload)));
    }

    private PublishMode mode(StoredUpload upload) {
        Optional<String> wished =
                Optional.ofNullable(upload.command().content().options().get(CommonOptions.AUTO_PUBLISH));
        return wished.map(Boolean::parseBoolean).orElse(autoPublish) ? PublishMode.PUBLISH : PublishMode.DRAFT;
    }

    /** The platform did not take the account's token. */
    void renew(RunningUpload upload) {
        tokens.forget(account(upload.stored()), upload.token());
    }

    /** Nor a new one: that counts against the account. */
    Uni<Void> refused(StoredUpload upload, UploadFailure failure) {
        return breakers.failed(account(upload).ref(), failure);
    }

    private ConnectedAccount account(StoredUpload upload) {
        return accounts.require(upload.command().upload().accountId(), upload.tenant());
    }
}
