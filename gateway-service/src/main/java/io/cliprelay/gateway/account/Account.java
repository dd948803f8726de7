package io.cliprelay.gateway.account;

import java.util.Objects;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A connected account.
 *
 * @param name what its tenant calls it, in targets
 * @param sandbox whether it is the sandbox's, and no post of it is real
 */
@Schema(name = "Account")
public record Account(UUID id, String platform, String name, boolean sandbox) {

    public Account {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(name, "name");
    }

    /** An account of a real platform. */
    public Account(UUID id, String platform, String name) {
        this(id, platform, name, false);
    }

    /** Whether a target means this account by {@code reference}: its name or its id. */
    public boolean isCalled(String reference) {
        return name.equals(reference) || id.toString().equalsIgnoreCase(reference);
    }
}
