package io.cliprelay.sandbox.tiktok;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerRequest;

import io.cliprelay.sandbox.account.AccountView;
import io.cliprelay.sandbox.account.AccountWish;
import io.cliprelay.sandbox.account.PlatformAccounts;

/** TikTok's creators as accounts. */
@Singleton
class TikTokAccounts implements PlatformAccounts {

    private final Creators creators;
    private final Tokens tokens;

    TikTokAccounts(Creators creators, Tokens tokens) {
        this.creators = creators;
        this.tokens = tokens;
    }

    @Override
    public String platform() {
        return TikTok.ID;
    }

    @Override
    public List<AccountView> all() {
        return creators.all().stream().map(creator -> view(creator, null)).toList();
    }

    @Override
    public AccountView open(AccountWish wish) {
        Creator creator = creators.find(wish.name()).orElseGet(() -> creators.open(wish.name()));
        String token = wish.tokenOr("sandbox-refresh-" + wish.name());
        creators.grant(wish.name(), token, Creators.ALL_SCOPES);
        return view(creator, token);
    }

    private static AccountView view(Creator creator, String token) {
        return new AccountView(TikTok.ID, creator.name(), creator.nickname(), creator.openId(), token);
    }

    @Override
    public Optional<String> callerOf(HttpServerRequest request) {
        return tokens.authenticate(request.getHeader("Authorization")).map(Tokens.Access::creator);
    }
}
