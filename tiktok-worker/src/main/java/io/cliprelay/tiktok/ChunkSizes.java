package io.cliprelay.tiktok;

/**
 * How files are cut, in bytes. The usual sizes hold under every reading of TikTok's rules: chunks of 5 to 64 MB, the last
 * one up to 128 MB, at most 1000, and whether a megabyte has 1000 or 1024 units is open.
 *
 * @param largestWhole files up to this size go in one chunk
 * @param chunk the size of the chunks of larger files; the last is up to twice as large
 */
record ChunkSizes(long largestWhole, long chunk) {

    private static final long USUAL_CHUNK = 10_000_000;
    private static final long SMALLEST = 5L << 20;
    private static final long LARGEST = 64_000_000;

    ChunkSizes {
        check("upload.chunk-size", chunk);
        check("largest-whole", largestWhole);
        if (chunk > largestWhole) {
            throw new IllegalArgumentException(
                    "cliprelay.tiktok.upload.chunk-size is %d bytes, more than cliprelay.tiktok.largest-whole, which is %d"
                            .formatted(chunk, largestWhole));
        }
    }

    static ChunkSizes of(TikTokConfig config) {
        return new ChunkSizes(
                config.largestWhole().asLongValue(),
                config.upload().chunkSize().map(size -> size.asLongValue()).orElse(USUAL_CHUNK));
    }

    private static void check(String property, long size) {
        if (size < SMALLEST || size > LARGEST) {
            throw new IllegalArgumentException("cliprelay.tiktok.%s is %d bytes; set one from %d to %d, or leave it out"
                    .formatted(property, size, SMALLEST, LARGEST));
        }
    }
}
