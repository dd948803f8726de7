package io.cliprelay.sandbox.youtube;

import io.cliprelay.sandbox.fault.Revocation;
import io.cliprelay.sandbox.oauth.Grant;
import io.cliprelay.sandbox.oauth.Tokens;

/** Kills the access token in an {@code Authorization} header, or the refresh token that it came from. */
record BearerRevocation(Tokens tokens, String authorization) implements Revocation {

    @Override
    public void ofAccess() {
        tokens.revokeAccess(authorization);
    }

    @Override
    public void ofRefresh() {
        tokens.authenticate(authorization).map(Grant::refreshToken).ifPresent(tokens::revoke);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "BearerRevocation";
    }
}
