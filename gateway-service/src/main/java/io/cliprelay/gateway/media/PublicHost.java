package io.cliprelay.gateway.media;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

import io.cliprelay.kit.net.PublicAddress;

/** Tells hosts that are literally private from those that may be public; asks no name server. */
final class PublicHost {

    private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    /** Other spellings of an IPv4 address, which clients read differently: 2130706433, 0x7f.1, 127.1. */
    private static final Pattern ODD_NUMBER = Pattern.compile("(.*\\.)?(0x[0-9a-f]*|\\d+)\\.?");

    private PublicHost() {}

    static boolean mayBe(String host) {
        if (host.startsWith("[") || DOTTED.matcher(host).matches()) {
            return publicLiteral(host);
        }
        boolean local = host.equals("localhost") || host.endsWith(".localhost") || host.endsWith(".local");
        return !local && !ODD_NUMBER.matcher(host).matches();
    }

    private static boolean publicLiteral(String host) {
        try {
            return PublicAddress.is(InetAddress.getByName(host));
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
