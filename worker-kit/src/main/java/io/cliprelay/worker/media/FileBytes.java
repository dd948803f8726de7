package io.cliprelay.worker.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import io.netty.buffer.Unpooled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;

/**
 * A part of a file, read on worker threads one buffer ahead of whoever sends it. Vert.x's own way of reading files copies
 * each byte once more and clears twice the memory.
 */
final class FileBytes {

    /** Smaller ones cost CPU; of larger ones those that wait to be sent would outgrow the young generation of a small heap. */
    private static final int BUFFER = 192 * 1024;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Vertx vertx;
    private final FileChannel channel;
    private final long end;
    private long position;
    private Optional<Future<ByteBuffer>> ahead = Optional.empty();

    private FileBytes(Vertx vertx, FileChannel channel, long offset, long length) {
        this.vertx = vertx;
        this.channel = channel;
        this.position = offset;
        this.end = offset + length;
    }

    /** Up to {@code length} bytes, above zero, from {@code offset}; less where the file ends before. On a Vert.x context. */
    static Multi<Buffer> of(Vertx vertx, Path file, long offset, long length) {
        return Uni.createFrom()
                .completionStage(
                        () -> vertx.executeBlocking(() -> FileChannel.open(file, StandardOpenOption.READ), false)
                                .toCompletionStage())
                .onItem()
                .transformToMulti(channel -> new FileBytes(vertx, channel, offset, length).all());
    }

    private Multi<Buffer> all() {
        return Multi.createBy()
                .repeating()
                .completionStage(() -> next().toCompletionStage())
                .whilst(bytes -> bytes.remaining() == BUFFER)
                .select()
                .where(ByteBuffer::hasRemaining)
                .map(FileBytes::buffer)
                .onTermination()
                .invoke(this::close);
    }

    /** Full but for the last one, which may be empty. */
    private Future<ByteBuffer> next() {
        Future<ByteBuffer> now = ahead.orElseGet(this::begin);
        ahead = Optional.of(begin());
        return now;
    }

    private Future<ByteBuffer> begin() {
        long from = position;
        int size = (int) Math.min(BUFFER, end - from);
        position += size;
        return size == 0 ? Future.succeededFuture(NOTHING) : vertx.executeBlocking(() -> read(from, size), false);
    }

    private ByteBuffer read(long from, int size) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
            // More may be there.
        }
        return bytes.flip();
    }

    /** Around the same array. */
    @SuppressWarnings("deprecation") // the only way that does not copy
    private static Buffer buffer(ByteBuffer bytes) {
        return Buffer.newInstance(io.vertx.core.buffer.Buffer.buffer(Unpooled.wrappedBuffer(bytes)));
    }

    private void close() {
        try {
            channel.close();
        } catch (IOException harmless) {
            // It was read only.
        }
    }
}
