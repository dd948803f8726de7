package io.cliprelay.sandbox.oauth;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.SandboxConfig;
import io.cliprelay.sandbox.http.BadRequest;

/** Opens channels on request. */
@Singleton
public class ChannelDesk {

    private static final String DEFAULT_SCOPES = "youtube.upload youtube.readonly yt-analytics.readonly";

    private final SandboxConfig config;
    private final Channels channels;
    private final Tokens tokens;

    ChannelDesk(SandboxConfig config, Channels channels, Tokens tokens) {
        this.config = config;
        this.channels = channels;
        this.tokens = tokens;
    }

    /** What is asked for; all but the name may be left out. */
    public record Wish(String name, String title, String refreshToken, String scopes, String clientId) {}

    /** The channel, and the token that the caller may use for it. */
    public record Opened(String name, String title, String id, String refreshToken) {}

    public List<Channel> all() {
        return channels.all();
    }

    public Opened open(Wish wish) {
        if (wish.name() == null || !wish.name().matches("[A-Za-z0-9_-]{1,64}")) {
            throw new BadRequest(
                    "/name", "is missing or no plain name", "give 1 to 64 letters, digits, hyphens, underscores");
        }
        Channel channel = channels.add(wish.name(), or(wish.title(), wish.name()));
        String client = or(wish.clientId(), config.clients().keySet().iterator().next());
        String token = or(wish.refreshToken(), "sandbox-refresh-" + wish.name());
        tokens.grant(new Grant(token, client, channel, Tokens.scopes(or(wish.scopes(), DEFAULT_SCOPES))));
        return new Opened(channel.name(), channel.title(), channel.id(), token);
    }

    private static String or(String value, String otherwise) {
        return Optional.ofNullable(value).orElse(otherwise);
    }
}
