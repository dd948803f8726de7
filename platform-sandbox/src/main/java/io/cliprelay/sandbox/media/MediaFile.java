package io.cliprelay.sandbox.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

import io.vertx.core.buffer.Buffer;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * The bytes of one upload on their way in, at whatever offsets and in whatever order they come. Safe for all threads.
 * It touches the disk: {@link MediaIntake} calls its sinks where that is allowed.
 */
public final class MediaFile {

    private final MediaStore store;
    private final Path path;
    private final long largest;
    private long length;
    private boolean dropped;

    MediaFile(MediaStore store, Path path, long largest) {
        this.store = store;
        this.path = path;
        this.largest = largest;
    }

    /** Puts these bytes there, over what may be there already. */
    public void write(long offset, Buffer bytes) {
        write(offset, bytes.getBytes(), bytes.length());
    }

    /** Puts the first {@code count} of these bytes there. */
    public synchronized void write(long offset, byte[] bytes, int count) {
        if (offset + count > largest) {
            discard();
        }
        if (dropped || count == 0) {
            return;
        }
        store.folderIsNeeded();
        // Opened each time, for thousands of uploads that nobody goes on with must not hold a file open each.
        try (FileChannel channel = FileChannel.open(path, CREATE, WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes, 0, count);
            while (left.hasRemaining()) {
                channel.write(left, offset + left.position());
            }
            length = Math.max(length, offset + count);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the media of an upload to " + path, e);
        }
    }

    /** One after the last byte that was written. */
    public synchronized long length() {
        return length;
    }

    /**
     * The digest of everything that was written, hex, by reading it again; for parts that came in any order.
     * It takes time: about a second per gigabyte.
     */
    public synchronized String sha256() {
        MessageDigest digest = Digests.sha256();
        if (length > 0) {
            try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the media of an upload from " + path, e);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The upload is complete: from now on the store finds it by this digest, hex. */
    public synchronized void keepAs(String sha256) {
        if (!dropped && length > 0) {
            dropped = true;
            store.keep(path, sha256);
        }
    }

    /** Nothing will come of this upload. */
    public synchronized void discard() {
        if (!dropped) {
            dropped = true;
            MediaStore.delete(path);
        }
    }
}
