package io.cliprelay.tiktok;

import io.cliprelay.tiktok.wire.SourceInfo;

/**
 * How a file is cut (developers.tiktok.com/doc/content-posting-api-media-transfer-guide), in bytes: every chunk has
 * {@code chunkSize}, and the last takes the remainder too.
 */
record ChunkPlan(long videoSize, long chunkSize, long chunks) {

    /** One chunk must be the whole file, as TikTok demands since August 2026. */
    static ChunkPlan of(long videoSize, ChunkSizes sizes) {
        return videoSize <= sizes.largestWhole()
                ? new ChunkPlan(videoSize, videoSize, 1)
                : new ChunkPlan(videoSize, sizes.chunk(), videoSize / sizes.chunk());
    }

    SourceInfo source() {
        return new SourceInfo("FILE_UPLOAD", videoSize, chunkSize, chunks);
    }

    /** How many bytes belong into the request that begins at this offset. */
    long rangeAt(long offset) {
        return endOfChunkAt(offset) - offset;
    }

    /** Where the chunk begins that holds this offset; an offset at a border begins one itself. */
    long startOfChunkAt(long offset) {
        return offset == videoSize ? videoSize : numberAt(offset) * chunkSize;
    }

    private long endOfChunkAt(long offset) {
        long number = numberAt(offset);
        return number == chunks - 1 ? videoSize : (number + 1) * chunkSize;
    }

    private long numberAt(long offset) {
        return Math.min(offset / chunkSize, chunks - 1);
    }
}
