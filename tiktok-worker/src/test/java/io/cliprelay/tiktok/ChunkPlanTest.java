package io.cliprelay.tiktok;

import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.cliprelay.tiktok.testing.Configured;

import static org.assertj.core.api.Assertions.assertThat;

class ChunkPlanTest {

    private static final long MB = 1_000_000;
    private static final long MIB = 1 << 20;

    private final ChunkSizes sizes = ChunkSizes.of(Configured.with(Map.of()));

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "4194304, 4194304, 1",
        "64000000, 64000000, 1",
        "64000001, 10000000, 6",
        "94000000, 10000000, 9",
        "4000000000, 10000000, 400"
    })
    void filesUpTo64MbGoWholeAndLargerOnesInChunksOf10(long size, long chunkSize, long chunks) {
        assertThat(ChunkPlan.of(size, sizes)).isEqualTo(new ChunkPlan(size, chunkSize, chunks));
    }

    /** All borders, and a thousand sizes in between. */
    private static LongStream sizes() {
        LongStream borders = LongStream.of(
                1, 5 * MB, 5 * MIB, 64 * MB - 1, 64 * MB, 64 * MB + 1, 64 * MIB, 70 * MB - 1, 70 * MB, 4000 * MB);
        return LongStream.concat(borders, new Random(4711).longs(1000, 1, 4000 * MB + 1));
    }

    @Test
    void everyPlanHoldsUnderEveryReadingOfTheRules() {
        sizes().forEach(this::assertHolds);
    }

    private void assertHolds(long size) {
        ChunkPlan plan = ChunkPlan.of(size, sizes);

        assertThat(plan.chunks()).isBetween(1L, 1000L).isEqualTo(size / plan.chunkSize());
        long last = size - (plan.chunks() - 1) * plan.chunkSize();
        if (plan.chunks() == 1) {
            assertThat(plan.chunkSize()).isEqualTo(size).isLessThanOrEqualTo(64 * MB);
        } else {
            assertThat(plan.chunkSize()).isBetween(5 * MIB, 64 * MB);
            assertThat(last).isBetween(5 * MIB, 128 * MB);
        }
    }

    @Test
    void theRangesCoverTheFileOnceAndInOrder() {
        sizes().forEach(this::assertCovered);
    }

    private void assertCovered(long size) {
        ChunkPlan plan = ChunkPlan.of(size, sizes);
        long offset = 0;
        for (long number = 0; number < plan.chunks(); number++) {
            assertThat(plan.startOfChunkAt(offset)).isEqualTo(offset);
            long length = plan.rangeAt(offset);
            assertThat(plan.startOfChunkAt(offset + length - 1)).isEqualTo(offset);
            offset += length;
        }
        assertThat(offset).isEqualTo(size);
        assertThat(plan.startOfChunkAt(size)).isEqualTo(size);
    }

    @Test
    void theNumbersCanBeSet() {
        ChunkSizes other = ChunkSizes.of(Configured.with(Map.of("largest-whole", "10M", "upload.chunk-size", "8M")));

        assertThat(ChunkPlan.of(20 * MIB, other)).isEqualTo(new ChunkPlan(20 * MIB, 8 * MIB, 2));
    }
}
