package io.cliprelay.worker.testing;

import java.util.Map;
import java.util.Objects;

import io.cliprelay.contracts.clip.Privacy;

/**
 * What a platform's worker is tested with.
 *
 * @param platform its id
 * @param account the account's name in the worker's sandbox configuration
 * @param mediaBytes the size of the file; large enough for more than one range where the platform knows ranges
 * @param options of the target
 */
public record Subject(String platform, String account, int mediaBytes, Privacy privacy, Map<String, String> options) {

    public Subject {
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(privacy, "privacy");
        options = Map.copyOf(options);
    }
}
