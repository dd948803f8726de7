package io.cliprelay.gateway.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Compares the first bytes of a file. */
final class Magic {

    private Magic() {}

    static boolean bytesAt(byte[] head, int offset, String hex) {
        byte[] expected = HexFormat.of().parseHex(hex);
        int end = offset + expected.length;
        return head.length >= end && Arrays.equals(head, offset, end, expected, 0, expected.length);
    }

    static boolean textAt(byte[] head, int offset, String text) {
        return textAt(head, offset, text.length()).equals(text);
    }

    /** The bytes as Latin-1 text; shorter where the file is. */
    static String textAt(byte[] head, int offset, int length) {
        int from = Math.min(offset, head.length);
        int to = Math.min(from + length, head.length);
        return new String(head, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
