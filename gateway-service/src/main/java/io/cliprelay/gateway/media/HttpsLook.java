package io.cliprelay.gateway.media;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.cliprelay.contracts.clip.MediaReference;

/**
 * Looks at an {@code https:} reference, without following it: what its host resolves to is checked when it is read,
 * because that may have changed by then.
 */
final class HttpsLook {

    private final Set<String> allowedHosts;

    HttpsLook(Set<String> allowedHosts) {
        this.allowedHosts = allowedHosts;
    }

    Finding at(URI uri, MediaKind kind) {
        if (uri.getHost() == null || uri.getUserInfo() != null) {
            return kind.unusable(
                    "uri.invalid",
                    "The URI has no host, or a user name or password in it.",
                    "Send an address such as https://videos.example.org/holiday.mp4.");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return allowedHosts.contains(host) || PublicHost.mayBe(host)
                ? new Finding.Usable(new MediaReference(uri, Optional.empty(), Optional.empty(), Optional.empty()))
                : kind.unusable(
                        "host-not-allowed",
                        host + " is a private or local address.",
                        "Use a public address, or have the host added to cliprelay.media.https-allowed-hosts.");
    }
}
