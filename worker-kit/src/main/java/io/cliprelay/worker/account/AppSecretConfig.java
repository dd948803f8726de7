package io.cliprelay.worker.account;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Where the secret of the OAuth client is, if not in the platform's configuration. */
@ConfigMapping(prefix = "cliprelay.worker.client-secret")
public interface AppSecretConfig {

    /** A file that holds nothing else, such as a key of a mounted Secret; while it is not there the configuration counts. */
    Optional<Path> file();
}
