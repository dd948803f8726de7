package io.cliprelay.analytics.tally;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a row of numbers is about: a platform, an account on it, or an hour or a day.
 *
 * @param since when the hour or day began, with the offset of the caller's zone then
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Group(Optional<String> platform, Optional<UUID> account, Optional<OffsetDateTime> since)
        implements Comparable<Group> {

    private static final Comparator<Group> ORDER = Comparator.comparing((Group group) -> group.since
                    .map(OffsetDateTime::toInstant)
                    .map(Object::toString)
                    .orElse(""))
            .thenComparing(group -> group.platform.orElse(""))
            .thenComparing(group -> group.account.map(UUID::toString).orElse(""));

    public Group {
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(since, "since");
    }

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }
}
