package io.cliprelay.sandbox.tiktok;

import io.cliprelay.sandbox.fault.Revocation;

/** Kills the access token in an {@code Authorization} header, or the consent behind it. */
record BearerRevocation(Tokens tokens, String authorization) implements Revocation {

    @Override
    public void ofAccess() {
        tokens.revokeAccess(authorization);
    }

    @Override
    public void ofRefresh() {
        Tokens.bearer(authorization).ifPresent(tokens::revoke);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "BearerRevocation";
    }
}
