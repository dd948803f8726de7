package io.cliprelay.worker.account;

import java.util.UUID;

/**
 * An account that can be published to.
 *
 * @param refreshToken secret; it never shows
 */
public record ConnectedAccount(UUID id, String tenant, String name, String refreshToken) {

    @Override
    public String toString() {
        return "ConnectedAccount[" + name + " of " + tenant + ", " + id + "]";
    }
}
