package io.cliprelay.gateway.submission.preview;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.cliprelay.gateway.schedule.Forecast;

/**
 * A target as it would go out.
 *
 * @param target its place among the clip's targets, from 0
 * @param accountId absent where it is not known which account is meant
 * @param dueAt absent where the clip would be refused
 * @param texts the post's texts by the platform's names for them; empty where they do not fit
 * @param tags for platforms that have tags beside the texts
 * @param forecast whether the platform has room then; absent where nobody could say
 */
@Schema(name = "TargetPreview")
public record TargetPreview(
        int target,
        Optional<String> platform,
        Optional<UUID> accountId,
        Optional<String> account,
        Optional<Instant> dueAt,
        Map<String, String> texts,
        List<String> tags,
        Optional<Forecast> forecast) {

    public TargetPreview {
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(dueAt, "dueAt");
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
        tags = List.copyOf(tags);
        Objects.requireNonNull(forecast, "forecast");
    }
}
