package io.cliprelay.worker.upload;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.account.AccessTokens;
import io.cliprelay.worker.account.ConnectedAccount;
import io.cliprelay.worker.account.ConnectedAccounts;
import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.limits.Breakers;
import io.cliprelay.worker.spi.PublishMode;
import io.cliprelay.worker.spi.UploadException;

/** Opens the account that an upload goes to. */
@ApplicationScoped
class Authentication {

    private final ConnectedAccounts accounts;
    private final AccessTokens tokens;
    private final Breakers breakers;

    Authentication(ConnectedAccounts accounts, AccessTokens tokens, Breakers breakers) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.breakers = breakers;
    }

    Uni<RunningUpload> of(StoredUpload upload) {
        return Uni.createFrom().item(() -> account(upload)).chain(account -> open(upload, account));
    }

    private Uni<RunningUpload> open(StoredUpload upload, ConnectedAccount account) {
        // A token may have been fetched for another upload, on that one's context.
        return OwnContext.keep(tokens.of(account))
                .onFailure(Authentication::mustConnectAgain)
                .call(refused -> refused(upload, (UploadException) refused))
                .map(token -> new RunningUpload(upload, token, account.ref(), mode(upload)));
    }

    private static PublishMode mode(StoredUpload upload) {
        String autoPublish = upload.command().content().options().get("auto-publish");
        return "false".equals(autoPublish) ? PublishMode.DRAFT : PublishMode.PUBLISH;
    }

    /** The platform did not take the account's token. */
    void renew(StoredUpload upload) {
        tokens.forget(account(upload));
    }

    /** Nor a new one: the account is left alone until its owner has connected it again. */
    Uni<Void> refused(StoredUpload upload, UploadException refused) {
        return breakers.failed(account(upload).ref(), refused.failure());
    }

    /** Uploads that wait for one token share its failure, so other failures would be counted once for each. */
    private static boolean mustConnectAgain(Throwable failure) {
        return failure instanceof UploadException refused && refused.failure() instanceof UploadFailure.Auth;
    }

    private ConnectedAccount account(StoredUpload upload) {
        return accounts.require(upload.command().upload().accountId(), upload.tenant());
    }
}
