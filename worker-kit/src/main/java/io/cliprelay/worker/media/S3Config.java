package io.cliprelay.worker.media;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import jakarta.validation.constraints.AssertTrue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The S3-compatible storage that {@code s3:} media may come from. */
@ConfigMapping(prefix = "cliprelay.media.s3")
public interface S3Config {

    /** Buckets that media may be read from; none by default. */
    Optional<Set<String>> buckets();

    /** Where the storage answers, such as {@code https://minio.example:9000}; without it, AWS itself. */
    Optional<URI> endpoint();

    @WithDefault("us-east-1")
    String region();

    /** Whether the bucket stands in the path instead of the host's name; most storages that are not AWS want it. */
    @WithDefault("false")
    boolean pathStyle();

    /** With the secret key; without both, the AWS default chain finds credentials: environment, profile, role. */
    Optional<String> accessKey();

    Optional<String> secretKey();

    /** How long the storage may take to begin its answer. */
    @WithDefault("30s")
    Duration timeout();

    @AssertTrue(message = "cliprelay.media.s3.access-key and .secret-key: set both, or neither")
    default boolean isBothKeysOrNone() {
        return accessKey().isPresent() == secretKey().isPresent();
    }
}
