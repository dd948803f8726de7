package io.cliprelay.gateway.access;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.problem.ProblemCategory;

/** Why a caller may not, as problems. */
public final class AccessProblems {

    private AccessProblems() {}

    static Problem unknown() {
        return Problem.of(
                401,
                "access.key-unknown",
                ProblemCategory.AUTH,
                "A valid key is needed",
                "There is no key, or none that holds: mistyped, expired or revoked. Send your API key, or a token of"
                        + " the configured provider, in the header Authorization: Bearer <key>.",
                List.of());
    }

    static Problem scopeMissing(Identity caller, Scope... sufficient) {
        String wanted = Arrays.stream(sufficient).map(Scope::word).collect(Collectors.joining(" or "));
        return forbidden(
                "access.scope-missing",
                "The key may not do this",
                "This needs the scope %s; the key has %s. Use a key with that scope; who has the scope admin can make one at POST /v1/keys."
                        .formatted(wanted, caller.scopeWords()));
    }

    static Problem undeclared() {
        return forbidden(
                "access.undeclared",
                "Nobody may do this",
                "The endpoint does not say who may call it, which is a mistake of ours; tell the operator.");
    }

    /** What a caller in test mode wants done would reach a real platform, or may do so. */
    public static Problem liveKeyNeeded() {
        return forbidden(
                "access.live-key-needed",
                "A test-mode key may not do this",
                "It would change what belongs to a real platform or to all callers; use a live key (crk_live_...).");
    }

    private static Problem forbidden(String code, String title, String detail) {
        return Problem.of(403, code, ProblemCategory.AUTH, title, detail, List.of());
    }
}
