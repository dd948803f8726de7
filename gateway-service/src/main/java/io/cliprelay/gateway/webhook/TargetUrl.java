package io.cliprelay.gateway.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.cliprelay.kit.net.PublicAddress;

/** Which addresses events may be sent to; plain functions, but for the name server. */
record TargetUrl(Set<String> allowedHosts) {

    TargetUrl {
        allowedHosts = Set.copyOf(allowedHosts);
    }

    /** The address that {@code text} is; empty where it is none that events may be sent to. */
    Optional<URI> read(String text) {
        try {
            return Optional.of(new URI(text))
                    .filter(uri -> uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null)
                    .filter(uri -> "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && allowed(uri)));
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    /**
     * Where the host is now. Every address that it has must be public, for which one is used is nobody's choice. To be
     * connected to as it is: asking the name server again could bring another answer.
     *
     * @throws UnknownHostException where it has none, or one that is not public; the message says which
     */
    InetAddress resolve(URI url) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(url.getHost());
        if (!allowed(url) && !Arrays.stream(addresses).allMatch(PublicAddress::is)) {
            throw new UnknownHostException(url.getHost() + " is a private or local address");
        }
        return addresses[0];
    }

    private boolean allowed(URI url) {
        return allowedHosts.contains(url.getHost().toLowerCase(Locale.ROOT));
    }
}
