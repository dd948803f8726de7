package io.cliprelay.worker.account.seal;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/**
 * Where the key-encryption keys are: 32 random bytes each, Base64, one on a line, the newest last. The newest seals, all
 * open. Where both settings are given, those of the file are newer.
 */
@ConfigMapping(prefix = "cliprelay.worker.keys")
public interface KeySettings {

    /** A file with keys, such as a mounted Kubernetes Secret. */
    Optional<Path> file();

    /** The keys themselves, separated by white space. Secret. */
    Optional<String> value();
}
