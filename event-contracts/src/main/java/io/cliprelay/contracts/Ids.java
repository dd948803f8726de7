package io.cliprelay.contracts;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;

/** Ids that follow from what they name (UUID version 5), so that deriving one twice gives the same id. */
public final class Ids {

    private static final NameBasedGenerator NAMES =
            Generators.nameBasedGenerator(UUID.fromString("6f1a5c1e-52f5-4c1c-9f0b-0f6d3c0f8a51"));

    private Ids() {}

    /** A new clip's id: time-ordered (UUID version 7), so that newest clips sit together in an index. */
    public static UUID newClip() {
        return Generators.timeBasedEpochGenerator().generate();
    }

    /** The upload of a clip to an account. */
    public static UUID upload(UUID clipId, UUID accountId) {
        return derived("upload", clipId.toString(), accountId.toString());
    }

    /** The account that {@code tenant} calls {@code name} on {@code platform}. */
    public static UUID account(String tenant, String platform, String name) {
        return derived("account", tenant, platform, name);
    }

    private static UUID derived(String... parts) {
        // NUL cannot stand in any part, so no two different lists of parts join to the same text.
        return NAMES.generate(String.join("\0", parts));
    }
}
