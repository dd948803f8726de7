package io.cliprelay.worker.account;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.cliprelay.contracts.Ids;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.PlatformUploader;
import io.cliprelay.worker.spi.UploadException;

/** The accounts of this worker, from its configuration; none where it is not enabled. */
@ApplicationScoped
public class ConnectedAccounts {

    private final Map<UUID, ConnectedAccount> byId;

    ConnectedAccounts(PlatformUploader uploader, AccountSettings settings) {
        String platform = uploader.descriptor().platform();
        if (settings.enabled() && settings.accounts().isEmpty()) {
            throw new IllegalStateException(
                    ("No account of %s is configured; set cliprelay.%s.accounts.\"NAME\".refresh-token for at least one, "
                                    + "and the client it belongs to")
                            .formatted(platform, platform));
        }
        this.byId = settings.accounts().entrySet().stream()
                .filter(entry -> settings.enabled())
                .map(entry -> account(platform, entry.getKey(), entry.getValue()))
                .collect(Collectors.toUnmodifiableMap(ConnectedAccount::id, Function.identity()));
    }

    public Collection<ConnectedAccount> all() {
        return byId.values();
    }

    /** The account, if it is connected here and belongs to {@code tenant}; fails as an {@code auth} failure if not. */
    public ConnectedAccount require(UUID id, String tenant) {
        return Optional.ofNullable(byId.get(id))
                .filter(account -> account.tenant().equals(tenant))
                .orElseThrow(() -> UploadException.refused(new UploadFailure.Auth(new UploadFailure.Reason(
                        "account.not-connected",
                        "Account %s is not connected to this worker".formatted(id),
                        "Connect the account, then submit the clip again."))));
    }

    private static ConnectedAccount account(String platform, String name, AccountSettings.Account settings) {
        Seed seed = new Seed(settings.refreshToken(), settings.accessToken(), settings.accessTokenExpiresAt());
        if (settings.refreshToken().isEmpty() && settings.accessToken().isEmpty()) {
            throw new IllegalStateException(
                    ("Account %s of %s has no token; set cliprelay.%s.accounts.\"%s\".refresh-token, or .access-token where "
                                    + "the platform gives no refresh token")
                            .formatted(name, platform, platform, name));
        }
        UUID id = Ids.account(settings.tenant(), platform, name);
        return new ConnectedAccount(id, settings.tenant(), name, settings.externalId(), settings.attributes(), seed);
    }
}
