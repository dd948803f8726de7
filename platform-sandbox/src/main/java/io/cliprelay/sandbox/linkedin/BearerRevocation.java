package io.cliprelay.sandbox.linkedin;

import io.cliprelay.sandbox.fault.Revocation;

/** Kills the access token in an {@code Authorization} header, or the consent behind it. */
record BearerRevocation(Tokens tokens, String authorization) implements Revocation {

    @Override
    public void ofAccess() {
        Tokens.bearer(authorization).ifPresent(tokens::revokeAccess);
    }

    @Override
    public void ofRefresh() {
        Tokens.bearer(authorization).ifPresent(tokens::revokeConsent);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "BearerRevocation";
    }
}
