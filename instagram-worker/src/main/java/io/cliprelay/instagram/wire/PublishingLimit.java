package io.cliprelay.instagram.wire;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How much of the account's posts by API is used up. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PublishingLimit(List<Usage> data) {

    /** Where the answer does not say it; the documents disagree between 50 and 100. */
    private static final long FEWEST = 50;

    public PublishingLimit {
        data = data == null ? List.of() : List.copyOf(data);
    }

    /** What was published within the window, and what may be. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Usage(@JsonProperty("quota_usage") Long used, Config config) {

        private Optional<Long> total() {
            return Optional.ofNullable(config).map(Config::total);
        }
    }

    /** The bound. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Config(@JsonProperty("quota_total") Long total) {}

    /** What may be published within the window; empty where the answer does not say. */
    public Optional<Long> total() {
        return data.stream().findFirst().flatMap(Usage::total);
    }

    /** Whether nothing more may be published now; not so where the answer does not say. */
    public boolean isUsedUp() {
        return data.stream().findFirst().filter(PublishingLimit::isUsedUp).isPresent();
    }

    private static boolean isUsedUp(Usage usage) {
        long total = usage.total().orElse(FEWEST);
        return usage.used() != null && usage.used() >= total;
    }
}
