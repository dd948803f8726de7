package io.cliprelay.sandbox.tiktok;

import java.util.Set;
import java.util.function.ToLongFunction;

import jakarta.inject.Singleton;

/** Who calls, whether the consent covers the call, and whether it comes too soon. */
@Singleton
class Callers {

    private final Tokens tokens;
    private final Creators creators;
    private final Traffic traffic;
    private final SettingsInForce settings;

    Callers(Tokens tokens, Creators creators, Traffic traffic, SettingsInForce settings) {
        this.tokens = tokens;
        this.creators = creators;
        this.traffic = traffic;
        this.settings = settings;
    }

    /**
     * The creator in whose name a call is made; the call is counted.
     *
     * @param anyOf the scopes of which one must have been granted
     * @throws ApiRefusal 401 without a living token or without the scope, 429 beyond the limit
     */
    Creator admit(ApiRequest request, String operation, Set<String> anyOf, ToLongFunction<TikTokSettings> perMinute) {
        Tokens.Access access =
                tokens.authenticate(request.authorization()).orElseThrow(() -> ApiRefusal.of("access_token_invalid"));
        if (anyOf.stream().noneMatch(access.scopes()::contains)) {
            throw ApiRefusal.of("scope_not_authorized");
        }
        String token = Tokens.bearer(request.authorization()).orElseThrow();
        traffic.called(operation, token, perMinute.applyAsLong(settings.current()));
        return creators.find(access.creator()).orElseThrow(() -> ApiRefusal.of("access_token_invalid"));
    }
}
