package io.cliprelay.gateway.access;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import jakarta.validation.constraints.Pattern;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.hibernate.validator.constraints.time.DurationMin;

/** Who may call. */
@ConfigMapping(prefix = "cliprelay.access")
public interface AccessConfig {

    /** Keys by a name for people. Where there is none and none is required, every caller is the tenant {@code default}. */
    Map<String, Key> keys();

    /** Whether callers need a key though none is configured here: one of those that were made at {@code /v1/keys}. */
    @WithDefault("false")
    boolean required();

    /** Whether a gateway that asks nobody for a key may listen to other machines. */
    @WithDefault("false")
    boolean open();

    /** How long a request's body may take to arrive. */
    @WithDefault("30s")
    @DurationMin(millis = 1)
    Duration bodyWithin();

    /** A key that callers prove to know by {@code Authorization: Bearer}. */
    interface Key {

        /** The SHA-256 of the key in lower-case hexadecimal; the key itself is nowhere. */
        @Pattern(regexp = "[0-9a-f]{64}")
        String sha256();

        /** Whose calls they are. */
        String tenant();

        /** What they may do. */
        @WithDefault("admin")
        Set<Scope> scopes();
    }
}
