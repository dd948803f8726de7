package io.cliprelay.gateway.submission.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.gateway.account.Account;
import io.cliprelay.gateway.media.Finding;

/**
 * All that a submission is judged by beside itself.
 *
 * @param accounts those of the submission's tenant
 * @param media what was found where it says its video is; absent where it does not say
 * @param thumbnail the same for its thumbnail
 * @param gap from one target to the next, where a submission staggers them and does not say
 * @param seed of what is left to chance: the same for the same submission
 */
public record Surroundings(
        Instant now,
        List<PlatformDescriptor> platforms,
        List<Account> accounts,
        Optional<Finding> media,
        Optional<Finding> thumbnail,
        Duration gap,
        long seed) {

    public Surroundings {
        // What PostgreSQL can keep, so that all who keep it have the same instant.
        now = now.truncatedTo(ChronoUnit.MICROS);
        platforms = List.copyOf(platforms);
        accounts = List.copyOf(accounts);
        Objects.requireNonNull(gap, "gap");
    }

    Staggering staggering() {
        return new Staggering(now, gap, seed);
    }

    Optional<PlatformDescriptor> platform(String id) {
        return platforms.stream()
                .filter(platform -> platform.platform().equals(id))
                .findFirst();
    }

    List<Account> accountsOn(String platform) {
        return accounts.stream()
                .filter(account -> account.platform().equals(platform))
                .toList();
    }
}
