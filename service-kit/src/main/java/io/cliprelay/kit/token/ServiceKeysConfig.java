package io.cliprelay.kit.token;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What the tokens between services are signed with: keys of 32 random bytes each, Base64, one on a line, the newest last.
 * The newest signs, all are believed. Where both settings are given, those of the file are newer.
 */
@ConfigMapping(prefix = "cliprelay.service-keys")
public interface ServiceKeysConfig {

    /** A file with keys, such as a mounted secret; the same for all services. */
    Optional<Path> file();

    /** The keys themselves, separated by white space. Secret. */
    Optional<String> value();

    /** How long a token holds. */
    @WithDefault("60s")
    Duration lifetime();

    /** As whom this service is asked. Where it is set, every HTTP endpoint of its own wants a token for that name. */
    Optional<String> audience();
}
