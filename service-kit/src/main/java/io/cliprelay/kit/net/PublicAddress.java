package io.cliprelay.kit.net;

import java.net.InetAddress;

/** Tells addresses that anybody can reach from those that lie beside us. */
public final class PublicAddress {

    private PublicAddress() {}

    /** Whether {@code address} is neither of this host, nor of a private or local network, nor of no single host. */
    public static boolean is(InetAddress address) {
        return !(address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || isSpecial(address.getAddress()));
    }

    /**
     * What the JDK has no name for: RFC 6598 (100.64/10), 0/8, 240/4, unique local IPv6 (fc00::/7), and what embeds an
     * IPv4 address: NAT64 (64:ff9b::), 6to4 (2002::/16).
     */
    private static boolean isSpecial(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return bytes.length == 4
                ? first == 0 || first >= 240 || (first == 100 && second >= 64 && second < 128)
                : (first & 0xfe) == 0xfc || (first == 0x00 && second == 0x64) || (first == 0x20 && second == 0x02);
    }
}
