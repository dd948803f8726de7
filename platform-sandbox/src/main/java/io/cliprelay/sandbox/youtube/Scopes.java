package io.cliprelay.sandbox.youtube;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.oauth.Grant;
import io.cliprelay.sandbox.oauth.Tokens;

/** Who calls, and whether the consent covers the call. */
@Singleton
class Scopes {

    static final Set<String> UPLOAD = Tokens.scopes("youtube.upload youtube youtube.force-ssl youtubepartner");
    static final Set<String> READ = Tokens.scopes("youtube.readonly youtube youtube.force-ssl youtubepartner");

    private final Tokens tokens;

    Scopes(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The grant behind an {@code Authorization} header.
     *
     * @throws ApiRefusal 401 without a living token, 403 if none of the scopes was granted
     */
    Grant require(String authorization, Collection<String> anyOf) {
        Optional<Grant> grant = tokens.authenticate(authorization);
        if (grant.isEmpty()) {
            throw ApiRefusal.of("authError");
        }
        if (Collections.disjoint(grant.get().scopes(), anyOf)) {
            throw ApiRefusal.of("insufficientPermissions");
        }
        return grant.get();
    }
}
