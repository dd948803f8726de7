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
                || !isGlobal(address.getAddress()));
    }

    private static boolean isGlobal(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return bytes.length == 4 ? isGlobal4(first, second, third) : isGlobal6(bytes, first, second);
    }

    /**
     * What the JDK has no name for is not: 0/8, 240/4, between a carrier's customers (100.64/10), protocol assignments
     * (192.0.0/24), documentation (192.0.2/24, 198.51.100/24, 203.0.113/24), measurements within a network (198.18/15).
     */
    private static boolean isGlobal4(int first, int second, int third) {
        return switch (first) {
            case 0 -> false;
            case 100 -> second < 64 || second >= 128;
            case 192 -> second != 0 || (third != 0 && third != 2);
            case 198 -> second != 18 && second != 19 && (second != 51 || third != 100);
            case 203 -> second != 0 || third != 113;
            default -> first < 240;
        };
    }

    /**
     * Only 2000::/3 is given out. What embeds an IPv4 address leads to that one, whichever it is: IPv4-compatible and
     * NAT64 lie outside of it, Teredo (2001::/32) and 6to4 (2002::/16) within.
     */
    private static boolean isGlobal6(byte[] bytes, int first, int second) {
        boolean teredo = first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        boolean sixToFour = first == 0x20 && second == 0x02;
        return (first & 0xe0) == 0x20 && !teredo && !sixToFour;
    }
}
