package io.cliprelay.sandbox.account;

import java.util.List;
import java.util.Optional;

import io.vertx.core.http.HttpServerRequest;

/** The accounts of one platform, in whatever form it keeps them. One bean a platform. Any thread calls it. */
public interface PlatformAccounts {

    /** The platform's id, as in {@code youtube}. */
    String platform();

    List<AccountView> all();

    /**
     * Makes an account that consents to everything, or gives an existing one another token.
     *
     * @return the account with the token that speaks for it
     */
    AccountView open(AccountWish wish);

    /** The account that a request speaks for, by its token; empty if by none that is alive. Never refuses. */
    Optional<String> callerOf(HttpServerRequest request);
}
