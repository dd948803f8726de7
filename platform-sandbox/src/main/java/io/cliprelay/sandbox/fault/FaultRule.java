package io.cliprelay.sandbox.fault;

import java.util.Optional;

import io.cliprelay.sandbox.traffic.Call;

/**
 * Which calls go wrong, and how.
 *
 * @param nth the first matching call that is hit, counted from 1
 * @param times how many calls are hit from there on
 * @param account only calls that speak for this account
 * @param title only calls about a post whose title contains this
 */
public record FaultRule(
        String platform,
        String operation,
        Optional<String> account,
        Optional<String> title,
        int nth,
        int times,
        FaultAction action) {

    boolean matches(Call call, Optional<String> titleCalled) {
        return platform.equals(call.platform())
                && operation.equals(call.operation())
                && account.map(name -> name.equals(call.account())).orElse(true)
                && title.map(part -> titleCalled
                                .filter(whole -> whole.contains(part))
                                .isPresent())
                        .orElse(true);
    }
}
