package io.cliprelay.gateway.submission.rule;

import java.util.List;
import java.util.Optional;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.ClipSubmission.Target;
import io.cliprelay.contracts.clip.Privacy;
import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.gateway.account.Account;

/** Whom a target means; plain functions. */
public final class TargetResolution {

    private TargetResolution() {}

    static Optional<PlatformDescriptor> platform(Target target, Surroundings around) {
        return target.platform().flatMap(around::platform);
    }

    /** What holds for targets that do not say. */
    static Privacy privacy(ClipSubmission clip, PlatformDescriptor platform) {
        return clip.privacy().or(platform::defaultPrivacy).orElse(Privacy.PRIVATE);
    }

    /** The account called by name or id, or the only one where none is called. */
    public static Optional<Account> account(Target target, Surroundings around) {
        List<Account> there = target.platform().map(around::accountsOn).orElse(List.of());
        return target.account().isPresent()
                ? there.stream()
                        .filter(account -> account.isCalled(target.account().get()))
                        .findFirst()
                : there.stream().findFirst().filter(only -> there.size() == 1);
    }
}
