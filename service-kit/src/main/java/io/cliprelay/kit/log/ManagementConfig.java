package io.cliprelay.kit.log;

import java.util.Optional;

import jakarta.validation.constraints.Size;

import io.smallrye.config.ConfigMapping;

/** Who may change how a running service behaves. */
@ConfigMapping(prefix = "cliprelay.management")
public interface ManagementConfig {

    /** What whoever does so sends in the header {@code Cliprelay-Management-Key}; absent: nobody may. Secret. */
    Optional<@Size(min = 16) String> key();
}
