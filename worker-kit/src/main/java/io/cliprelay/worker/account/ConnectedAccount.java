package io.cliprelay.worker.account;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.worker.spi.AccountRef;

/**
 * An account that can be published to.
 *
 * @param refreshToken secret; it never shows
 */
public record ConnectedAccount(UUID id, String tenant, String name, String refreshToken) {

    /** What an uploader is told of it. */
    public AccountRef ref() {
        return new AccountRef(id, tenant, name, Optional.empty(), Map.of());
    }

    @Override
    public String toString() {
        return "ConnectedAccount[" + name + " of " + tenant + ", " + id + "]";
    }
}
