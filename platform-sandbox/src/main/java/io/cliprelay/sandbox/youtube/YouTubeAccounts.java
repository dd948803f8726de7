package io.cliprelay.sandbox.youtube;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerRequest;

import io.cliprelay.sandbox.account.AccountView;
import io.cliprelay.sandbox.account.AccountWish;
import io.cliprelay.sandbox.account.PlatformAccounts;
import io.cliprelay.sandbox.oauth.ChannelDesk;
import io.cliprelay.sandbox.oauth.Channels;
import io.cliprelay.sandbox.oauth.Tokens;

/** YouTube's channels as accounts. */
@Singleton
class YouTubeAccounts implements PlatformAccounts {

    private final Channels channels;
    private final ChannelDesk desk;
    private final Tokens tokens;

    YouTubeAccounts(Channels channels, ChannelDesk desk, Tokens tokens) {
        this.channels = channels;
        this.desk = desk;
        this.tokens = tokens;
    }

    @Override
    public String platform() {
        return YouTube.ID;
    }

    @Override
    public List<AccountView> all() {
        return channels.all().stream()
                .map(channel -> view(channel.name(), channel.title(), channel.id(), null))
                .toList();
    }

    @Override
    public AccountView open(AccountWish wish) {
        var opened = desk.open(new ChannelDesk.Wish(wish.name(), wish.title(), wish.token(), null, null));
        return view(opened.name(), opened.title(), opened.id(), opened.refreshToken());
    }

    private static AccountView view(String name, String title, String id, String token) {
        return new AccountView(YouTube.ID, name, title, id, token);
    }

    @Override
    public Optional<String> callerOf(HttpServerRequest request) {
        return tokens.authenticate(request.getHeader("Authorization"))
                .map(grant -> grant.channel().name());
    }
}
