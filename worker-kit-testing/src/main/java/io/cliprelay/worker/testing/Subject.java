package io.cliprelay.worker.testing;

import java.util.List;
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
 * @param meters the limits whose charges are compared with the calls that arrive
 */
public record Subject(
        String platform,
        String account,
        int mediaBytes,
        Privacy privacy,
        Map<String, String> options,
        List<Meter> meters) {

    public Subject {
        Objects.requireNonNull(platform, "platform");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(privacy, "privacy");
        options = Map.copyOf(options);
        meters = List.copyOf(meters);
    }

    /** One whose charges are not looked at. */
    public Subject(String platform, String account, int mediaBytes, Privacy privacy, Map<String, String> options) {
        this(platform, account, mediaBytes, privacy, options, List.of());
    }

    /** The same, with its charges compared. */
    public Subject metered(Meter... compared) {
        return new Subject(platform, account, mediaBytes, privacy, options, List.of(compared));
    }
}
