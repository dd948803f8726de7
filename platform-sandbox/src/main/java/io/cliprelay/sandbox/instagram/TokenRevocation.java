package io.cliprelay.sandbox.instagram;

import java.util.Optional;

import io.cliprelay.sandbox.fault.Revocation;

/** Kills the token of one call. There is no other credential: the owner's consent ends with all of the account's tokens. */
record TokenRevocation(Tokens tokens, Optional<String> token) implements Revocation {

    @Override
    public void ofAccess() {
        tokens.revoke(token);
    }

    @Override
    public void ofRefresh() {
        tokens.revokeAll(token);
    }
}
