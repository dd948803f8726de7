package io.cliprelay.sandbox.tiktok;

/**
 * How a file was announced to come, in bytes; every chunk has {@code chunkSize}, the last takes the remainder too.
 *
 * <p>The documented limits leave open whether a megabyte is 1000 or 1024 units; the check refuses what fails either
 * reading, so that a plan accepted here is accepted under both.
 */
record ChunkPlan(long videoSize, long chunkSize, long chunks) {

    private static final long LARGEST_FILE = 4_000_000_000L;
    private static final long SMALLEST_CHUNK = 5L << 20;
    private static final long LARGEST_CHUNK = 64_000_000;
    private static final long LARGEST_LAST_CHUNK = 128_000_000;
    private static final long MOST_CHUNKS = 1000;

    /**
     * The plan, if TikTok takes it (content-posting-api-media-transfer-guide; one chunk must be the whole file, as seen
     * since August 2026).
     *
     * @throws ApiRefusal {@code invalid_param} if not
     */
    static ChunkPlan checked(long videoSize, long chunkSize, long chunks) {
        var plan = new ChunkPlan(videoSize, chunkSize, chunks);
        if (videoSize < 1 || videoSize > LARGEST_FILE) {
            throw ApiRefusal.of("invalid_param", "The video size is invalid");
        }
        if (!plan.chunkSizeFits()) {
            throw ApiRefusal.of("invalid_param", "The chunk size is invalid");
        }
        if (chunks != videoSize / chunkSize || chunks > MOST_CHUNKS) {
            throw ApiRefusal.of("invalid_param", "The total chunk count is invalid");
        }
        return plan;
    }

    private boolean chunkSizeFits() {
        if (chunkSize < 1 || chunkSize > videoSize || chunkSize > LARGEST_CHUNK) {
            return false;
        }
        if (chunks == 1 || chunkSize == videoSize) {
            return chunkSize == videoSize;
        }
        return chunkSize >= SMALLEST_CHUNK && chunks > 1 && lastChunk() <= LARGEST_LAST_CHUNK;
    }

    private long lastChunk() {
        return videoSize - (chunks - 1) * chunkSize;
    }

    /** Where the chunk that holds this offset ends: the offset after its last byte. */
    long endOfChunkAt(long offset) {
        long number = Math.min(offset / chunkSize, chunks - 1);
        return number == chunks - 1 ? videoSize : (number + 1) * chunkSize;
    }
}
