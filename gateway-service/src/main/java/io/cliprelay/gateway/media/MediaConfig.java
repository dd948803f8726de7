package io.cliprelay.gateway.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** Which files a submission may refer to. */
@ConfigMapping(prefix = "cliprelay.media")
public interface MediaConfig {

    /** Folders from which {@code file:} media may be read; what a link in them points to must lie in them, too. */
    @NotEmpty
    List<Path> roots();

    /** Hosts of {@code https:} media that may be private or local addresses. */
    Optional<Set<String>> httpsAllowedHosts();

    /** Buckets that {@code s3:} media may be read from, as the workers have them; none by default. */
    @WithName("s3.buckets")
    Optional<Set<String>> s3Buckets();

    /** The largest thumbnail, in bytes. */
    @WithDefault("52428800")
    @Min(1)
    long thumbnailMaxBytes();

    /** How long a look at a file may take; a network drive that hangs must not hang its callers. */
    @WithDefault("5s")
    Duration timeout();
}
