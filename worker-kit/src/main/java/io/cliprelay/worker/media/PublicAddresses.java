package io.cliprelay.worker.media;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;

/**
 * Which addresses media may be fetched from: public ones only, so that no clip makes the worker speak to what is beside
 * it. The caller connects to the very address that was checked; a name that resolves differently a moment later
 * changes nothing.
 */
record PublicAddresses(Set<String> exemptHosts) {

    PublicAddresses {
        exemptHosts = Set.copyOf(exemptHosts);
    }

    /** The address to connect to for {@code host}. Blocks. */
    InetAddress of(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!exemptHosts.contains(host) && !Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
            throw MediaFailures.of(
                    "media.address-not-public",
                    "The host %s is at an address that is not public".formatted(host),
                    "Put the media on a public host, or allow this one by cliprelay.media.https-allowed-hosts.");
        }
        return addresses[0];
    }

    static boolean isPublic(InetAddress address) {
        return !(address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isSpecial(address.getAddress()));
    }

    /**
     * What the JDK has no name for: RFC 6598 (100.64/10), 0/8, 240/4, unique local IPv6 (fc00::/7), and what embeds an IPv4 address: NAT64
     * (64:ff9b::), 6to4 (2002::/16). */
    private static boolean isSpecial(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return bytes.length == 4
                ? first == 0 || first >= 240 || (first == 100 && second >= 64 && second < 128)
                : (first & 0xfe) == 0xfc || (first == 0x00 && second == 0x64) || (first == 0x20 && second == 0x02);
    }
}
