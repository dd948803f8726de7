package io.cliprelay.sandbox.linkedin;

import java.util.Optional;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerRequest;

/** Who calls {@code /rest}. Headers are checked in a fixed order: token, version; the permission is the call's matter. */
@Singleton
class Callers {

    private final Tokens tokens;
    private final Members members;
    private final DailyCalls calls;
    private final SettingsInForce settings;

    Callers(Tokens tokens, Members members, DailyCalls calls, SettingsInForce settings) {
        this.tokens = tokens;
        this.members = members;
        this.calls = calls;
        this.settings = settings;
    }

    /**
     * The member in whose name the call is made; the call is counted.
     *
     * @throws RestRefusal 401, 400 or 426 for the version, 429
     */
    Member admit(HttpServerRequest request) {
        var access = tokens.authenticate(request.getHeader("Authorization"));
        calls.called(access.member(), settings.current());
        checkVersion(Optional.ofNullable(request.getHeader("LinkedIn-Version")));
        return members.find(access.member()).orElseThrow(() -> RestRefusal.of("INVALID_ACCESS_TOKEN"));
    }

    private void checkVersion(Optional<String> version) {
        String given = version.orElseThrow(() -> RestRefusal.of("VERSION_MISSING"));
        if (!settings.current().versions().contains(given)) {
            throw RestRefusal.of("NONEXISTENT_VERSION", "Requested version " + given + " is not active");
        }
    }
}
