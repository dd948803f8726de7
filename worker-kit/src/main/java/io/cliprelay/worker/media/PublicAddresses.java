package io.cliprelay.worker.media;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.cliprelay.kit.net.PublicAddress;

/**
 * Which addresses media may be fetched from: public ones only, so that no clip makes the worker speak to what is beside
 * it. The caller connects to the very address that was checked; a name that resolves differently a moment later
 * changes nothing.
 */
record PublicAddresses(Set<String> exemptHosts) {

    PublicAddresses {
        exemptHosts = exemptHosts.stream().map(PublicAddresses::lowerCase).collect(Collectors.toUnmodifiableSet());
    }

    /** The address to connect to for {@code host}. Blocks. */
    InetAddress of(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!exemptHosts.contains(lowerCase(host)) && !Arrays.stream(addresses).allMatch(PublicAddress::is)) {
            throw MediaFailures.of(
                    "media.address-not-public",
                    "The host %s is at an address that is not public".formatted(host),
                    "Put the media on a public host, or allow this one by cliprelay.media.https-allowed-hosts.");
        }
        return addresses[0];
    }

    /** Hosts are the same however they are spelt. */
    private static String lowerCase(String host) {
        return host.toLowerCase(Locale.ROOT);
    }
}
