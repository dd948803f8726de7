package io.cliprelay.sandbox.fault;

import java.util.Optional;

/**
 * Which calls go wrong, and how.
 *
 * @param nth the first matching call that is hit, counted from 1
 * @param times how many calls are hit from there on
 * @param title only calls about a post whose title contains this
 */
public record FaultRule(
        String platform, String operation, Optional<String> title, int nth, int times, FaultAction action) {

    boolean matches(String platformCalled, String operationCalled, Optional<String> titleCalled) {
        return platform.equals(platformCalled)
                && operation.equals(operationCalled)
                && title.map(part -> titleCalled
                                .filter(whole -> whole.contains(part))
                                .isPresent())
                        .orElse(true);
    }
}
