package io.cliprelay.sandbox.linkedin;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerRequest;

import io.cliprelay.sandbox.account.AccountView;
import io.cliprelay.sandbox.account.AccountWish;
import io.cliprelay.sandbox.account.PlatformAccounts;

/** LinkedIn's members as accounts. */
@Singleton
class LinkedInAccounts implements PlatformAccounts {

    private final Members members;
    private final Tokens tokens;

    LinkedInAccounts(Members members, Tokens tokens) {
        this.members = members;
        this.tokens = tokens;
    }

    @Override
    public String platform() {
        return LinkedIn.ID;
    }

    @Override
    public List<AccountView> all() {
        return members.all().stream().map(member -> view(member, null)).toList();
    }

    @Override
    public AccountView open(AccountWish wish) {
        Member member = members.find(wish.name()).orElseGet(() -> members.open(wish.name()));
        String token = wish.tokenOr("sandbox-access-" + wish.name());
        tokens.seedAccess(token, wish.name());
        return view(member, token);
    }

    private static AccountView view(Member member, String token) {
        return new AccountView(LinkedIn.ID, member.name(), member.name(), member.urn(), token);
    }

    @Override
    public Optional<String> callerOf(HttpServerRequest request) {
        return tokens.memberOf(request.getHeader("Authorization"));
    }
}
