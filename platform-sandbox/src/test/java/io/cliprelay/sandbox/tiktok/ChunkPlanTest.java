package io.cliprelay.sandbox.tiktok;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class ChunkPlanTest {

    @ParameterizedTest(name = "{0} bytes by {1}, {2} chunks")
    @CsvSource({
        "1, 1, 1",
        "4194304, 4194304, 1",
        "50000123, 10000000, 5",
        "64000000, 64000000, 1",
        "64000001, 10000000, 6",
        "73400320, 10485760, 7",
        "4000000000, 10000000, 400",
    })
    void takesWhatEveryReadingAllows(long size, long chunk, long count) {
        assertThatNoException().isThrownBy(() -> ChunkPlan.checked(size, chunk, count));
    }

    @ParameterizedTest(name = "{0} bytes by {1}, {2} chunks")
    @CsvSource({
        "94000000, 64000000, 1", // one chunk that is not the whole file
        "8000000, 10000000, 1", // a chunk larger than the file
        "8000000, 10000000, 0",
        "94000000, 94000000, 1", // more than 64 MB at once
        "20000000, 5000000, 4", // 5 MB in one reading, not in the other
        "134217728, 67108864, 2", // 64 MiB, more than 64 MB
        "70000000, 64000000, 1",
        "10000000, 0, 1",
        "10000000, -1, 1",
    })
    void refusesAChunkSizeThatOneReadingForbids(long size, long chunk, long count) {
        assertThatExceptionOfType(ApiRefusal.class)
                .isThrownBy(() -> ChunkPlan.checked(size, chunk, count))
                .withMessage("invalid_param: The chunk size is invalid");
    }

    @ParameterizedTest(name = "{0} bytes by {1}, {2} chunks")
    @CsvSource({"50000123, 10000000, 6", "50000123, 10000000, 4", "0, 0, 0", "4000000001, 10000000, 400"})
    void refusesACountThatIsNotTheFloorAndFilesThatAreTooLarge(long size, long chunk, long count) {
        assertThatExceptionOfType(ApiRefusal.class).isThrownBy(() -> ChunkPlan.checked(size, chunk, count));
    }

    @Test
    void bordersCoverTheFileWithoutGaps() {
        var random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            long size = random.nextLong(20_000_000, 4_000_000_000L);
            long chunk = random.nextLong(5L << 20, Math.min(64_000_000, size / 2));
            var plan = new ChunkPlan(size, chunk, size / chunk);
            long offset = 0;
            for (long number = 0; number < plan.chunks(); number++) {
                long end = plan.endOfChunkAt(offset);
                assertThat(plan.endOfChunkAt(end - 1)).isEqualTo(end);
                assertThat(end - offset).isGreaterThanOrEqualTo(chunk);
                offset = end;
            }
            assertThat(offset).isEqualTo(size);
        }
    }
}
