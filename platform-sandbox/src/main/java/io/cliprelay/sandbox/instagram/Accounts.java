package io.cliprelay.sandbox.instagram;

import jakarta.inject.Singleton;

/** Who calls, and whether the call is about him. */
@Singleton
class Accounts {

    private final Tokens tokens;

    Accounts(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The account of the token. */
    Account caller(GraphRequest request) {
        return tokens.authenticate(request.token(), request.login());
    }

    /** The account of the token, which must be the one that the path names. */
    Account named(GraphRequest request) {
        Account caller = caller(request);
        if (!caller.id().equals(request.node())) {
            throw GraphRefusal.of("100/33");
        }
        return caller;
    }
}
