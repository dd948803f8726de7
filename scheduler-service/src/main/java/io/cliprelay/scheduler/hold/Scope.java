package io.cliprelay.scheduler.hold;

import java.util.Optional;
import java.util.UUID;

/**
 * All uploads to a platform, or those to one account there.
 *
 * @param account the account; all of the platform where empty
 */
record Scope(String platform, Optional<UUID> account) {

    static Scope ofPlatform(String platform) {
        return new Scope(platform, Optional.empty());
    }

    static Scope ofAccount(String platform, UUID account) {
        return new Scope(platform, Optional.of(account));
    }
}
