package io.cliprelay.sandbox.linkedin;

import java.util.Optional;

/**
 * One part of an upload; guarded by its video.
 *
 * @param lastByte inclusive
 * @param signature what nobody can guess of its address
 * @param etag of the newest bytes; empty while there are none
 * @param sha256 of these bytes, hex
 */
record Part(
        int number, long firstByte, long lastByte, String signature, Optional<String> etag, Optional<String> sha256) {

    static Part awaited(int number, long firstByte, long lastByte, String signature) {
        return new Part(number, firstByte, lastByte, signature, Optional.empty(), Optional.empty());
    }

    long length() {
        return lastByte - firstByte + 1;
    }

    /** The value of {@code sau} in its address. */
    String sau() {
        return number + "-" + signature;
    }

    Part filled(String newEtag, String newSha256) {
        return new Part(number, firstByte, lastByte, signature, Optional.of(newEtag), Optional.of(newSha256));
    }
}
