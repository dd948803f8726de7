package io.cliprelay.sandbox.oauth;

import java.util.Set;

/** What a refresh token stands for: a channel's consent, given to a client, to these full scope URLs. */
public record Grant(String refreshToken, String clientId, Channel channel, Set<String> scopes) {

    public Grant {
        scopes = Set.copyOf(scopes);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Grant[client=" + clientId + ", channel=" + channel.name() + ", scopes=" + scopes + "]";
    }
}
