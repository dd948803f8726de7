package io.cliprelay.sandbox.instagram;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerRequest;

import io.cliprelay.sandbox.account.AccountView;
import io.cliprelay.sandbox.account.AccountWish;
import io.cliprelay.sandbox.account.PlatformAccounts;
import io.cliprelay.sandbox.oauth.TokenBook;

/** Instagram's professional accounts. */
@Singleton
class InstagramAccounts implements PlatformAccounts {

    private final Tokens tokens;

    InstagramAccounts(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String platform() {
        return Instagram.ID;
    }

    @Override
    public List<AccountView> all() {
        return tokens.accounts().stream().map(account -> view(account, null)).toList();
    }

    @Override
    public AccountView open(AccountWish wish) {
        // Reachable by the Facebook login, whose addresses take bytes.
        var account = new Account(wish.name(), idOf(wish.name()), Login.FACEBOOK);
        String token = wish.tokenOr("sandbox-facebook-" + wish.name());
        tokens.seed(token, account);
        return view(account, token);
    }

    private static String idOf(String name) {
        return Long.toString(17_841_500_000_000_000L + Integer.toUnsignedLong(name.hashCode()));
    }

    private static AccountView view(Account account, String token) {
        return new AccountView(Instagram.ID, account.name(), account.name(), account.id(), token);
    }

    @Override
    public Optional<String> callerOf(HttpServerRequest request) {
        return BytesHead.token(request)
                .or(() -> Optional.ofNullable(request.getParam("access_token")))
                .or(() -> TokenBook.bearer(request.getHeader("Authorization")))
                .flatMap(tokens::holder)
                .map(Account::name);
    }
}
