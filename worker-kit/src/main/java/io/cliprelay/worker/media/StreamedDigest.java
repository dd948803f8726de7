package io.cliprelay.worker.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.buffer.Buffer;

/**
 * The SHA-256 of a file that is sent from its first byte to its last in one run. It is computed on the way, and there is
 * none where something was left out, sent again or sent in another order. For one run, one range after the other.
 */
public final class StreamedDigest {

    private final MessageDigest digest = sha256();
    private final long size;
    private long seen;
    private boolean broken;

    /** @param size of the whole file in bytes */
    public StreamedDigest(long size) {
        this.size = size;
    }

    /** The same bytes, noted as they pass. */
    public Multi<Buffer> over(long offset, Multi<Buffer> bytes) {
        return Multi.createFrom().deferred(() -> {
            broken |= offset != seen;
            return bytes.invoke(this::note);
        });
    }

    /** In lower-case hexadecimal; empty where not all of the file passed, or not in order. Ends the computation. */
    public Optional<String> value() {
        boolean whole = !broken && seen == size;
        broken = true;
        return whole ? Optional.of(HexFormat.of().formatHex(digest.digest())) : Optional.empty();
    }

    private void note(Buffer buffer) {
        digest.update(buffer.getBytes());
        seen += buffer.length();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
