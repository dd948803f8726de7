package io.cliprelay.worker.media;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.worker.spi.UploadException;

/**
 * The SHA-256 that media must have, as it was declared at submission, beside the one that they have. It is computed from
 * the bytes as they pass on their way to the platform, in the file's order; what did not pass, since an earlier process
 * sent it or since parts are sent out of order, is read from the source for it. For one transfer, on its context.
 */
public final class DeclaredDigest {

    private final Media media;
    private final URI uri;
    private final byte[] declared;
    private final Runnable moved;
    private final MessageDigest running = sha256();
    private long seen;
    private Optional<byte[]> found = Optional.empty();

    private DeclaredDigest(Media media, URI uri, byte[] declared, Runnable moved) {
        this.media = media;
        this.uri = uri;
        this.declared = declared;
        this.moved = moved;
    }

    /**
     * Of media that were opened; empty where nothing was declared, and then nothing is computed.
     *
     * @param moved run for each buffer that is taken into account
     */
    public static Optional<DeclaredDigest> of(Media media, MediaReference reference, Runnable moved) {
        return reference
                .sha256()
                .map(hex -> new DeclaredDigest(
                        media, reference.uri(), HexFormat.of().parseHex(hex), moved));
    }

    /** The same bytes, which begin at {@code from} of the file and are taken into account as they pass. */
    public Multi<Buffer> counted(long from, Multi<Buffer> bytes) {
        return Multi.createFrom().deferred(() -> {
            long[] at = {from};
            return bytes.invoke(buffer -> {
                take(at[0], buffer);
                at[0] += buffer.length();
            });
        });
    }

    /** Reads what has not passed of the bytes before {@code position}. */
    public Uni<Void> upTo(long position) {
        return Uni.createFrom()
                .deferred(() -> seen >= position
                        ? Uni.createFrom().voidItem()
                        : counted(seen, media.range(seen, position - seen).bytes())
                                .onItem()
                                .ignoreAsUni());
    }

    /** As {@link #upTo}; fails with code {@code media.digest-mismatch} where that is all and it is not what was declared. */
    public Uni<Void> checkedUpTo(long position) {
        return upTo(position).invoke(() -> {
            if (position == media.size()) {
                require();
            }
        });
    }

    /** The bytes from {@code from} to the file's end, given out once all of the file is what was declared. In memory. */
    Multi<Buffer> end(long from) {
        return Multi.createFrom().deferred(() -> upTo(from)
                .chain(() -> counted(
                                from, media.range(from, media.size() - from).bytes())
                        .collect()
                        .asList())
                .invoke(this::require)
                .onItem()
                .transformToMulti(DeclaredDigest::all));
    }

    private static Multi<Buffer> all(List<Buffer> buffers) {
        return Multi.createFrom().iterable(buffers);
    }

    /** Only what comes next in the file; the rest has been seen, or will be read for it. */
    private void take(long at, Buffer buffer) {
        moved.run();
        long end = at + buffer.length();
        if (at <= seen && seen < end) {
            running.update(buffer.getBytes((int) (seen - at), buffer.length()));
            seen = end;
        }
    }

    private void require() {
        byte[] digest = found.orElseGet(running::digest);
        found = Optional.of(digest);
        if (!MessageDigest.isEqual(digest, declared)) {
            throw mismatch(digest);
        }
    }

    private UploadException mismatch(byte[] digest) {
        return MediaFailures.of(
                "media.digest-mismatch",
                "The media at %s have the SHA-256 %s; the clip was submitted with %s"
                        .formatted(
                                MediaFailures.shown(uri),
                                HexFormat.of().formatHex(digest),
                                HexFormat.of().formatHex(declared)),
                "Submit the clip again with the file that was meant, or with the digest of this one.");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
