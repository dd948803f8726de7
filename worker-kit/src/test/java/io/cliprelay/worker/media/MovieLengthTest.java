package io.cliprelay.worker.media;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.cliprelay.worker.spi.MediaRange;

import static org.assertj.core.api.Assertions.assertThat;

class MovieLengthTest {

    private static final Buffer TYPE = box("ftyp", Buffer.buffer("isom0000"));
    private static final Buffer FRAMES = box("mdat", Buffer.buffer(new byte[5000]));

    @Test
    void theHeaderIsFoundBeforeAndBehindTheFrames() {
        assertThat(length(TYPE, movie(1000, 6000), FRAMES)).contains(Duration.ofSeconds(6));
        assertThat(length(TYPE, FRAMES, movie(600, 901))).contains(Duration.ofMillis(1501));
    }

    @Test
    void framesOfMoreThanFourGibibytesAreSteppedOver() {
        Buffer large = Buffer.buffer()
                .appendInt(1)
                .appendString("mdat")
                .appendLong(16 + 5000)
                .appendBytes(new byte[5000]);

        assertThat(length(TYPE, large, movie(1000, 6000))).contains(Duration.ofSeconds(6));
    }

    @Test
    void aHeaderWithWideTimesIsRead() {
        Buffer header = Buffer.buffer()
                .appendInt(1 << 24)
                .appendLong(0)
                .appendLong(0)
                .appendInt(90_000)
                .appendLong(90_000L * 7200)
                .appendBytes(new byte[80]);

        assertThat(length(TYPE, box("moov", box("mvhd", header)))).contains(Duration.ofHours(2));
    }

    static Stream<Buffer> whatHasNoLength() {
        byte[] noise = new byte[1000];
        new Random(1).nextBytes(noise);
        return Stream.of(
                Buffer.buffer("x"),
                Buffer.buffer(noise),
                TYPE.copy().appendBuffer(FRAMES),
                TYPE.copy().appendInt(0).appendString("mdat").appendBytes(noise),
                TYPE.copy().appendInt(4).appendString("free"),
                TYPE.copy().appendInt(100_000).appendString("moov"),
                TYPE.copy().appendBuffer(movie(0, 6000)),
                TYPE.copy().appendBuffer(box("moov", box("mvhd", Buffer.buffer(new byte[4])))),
                many(box("free", Buffer.buffer()), 1000));
    }

    @ParameterizedTest
    @MethodSource("whatHasNoLength")
    void whatIsNoSuchFileHasNoLength(Buffer file) {
        assertThat(length(file)).isEmpty();
    }

    private static Buffer many(Buffer box, int times) {
        Buffer all = TYPE.copy();
        for (int i = 0; i < times; i++) {
            all.appendBuffer(box);
        }
        return all.appendBuffer(movie(1000, 6000));
    }

    private static Buffer movie(int unit, int length) {
        Buffer header = Buffer.buffer()
                .appendInt(0)
                .appendInt(0)
                .appendInt(0)
                .appendInt(unit)
                .appendInt(length)
                .appendBytes(new byte[80]);
        return box("moov", box("mvhd", header));
    }

    private static Buffer box(String type, Buffer content) {
        return Buffer.buffer()
                .appendInt(8 + content.length())
                .appendString(type)
                .appendBuffer(content);
    }

    private static Optional<Duration> length(Buffer... parts) {
        Buffer file = Buffer.buffer();
        Stream.of(parts).forEach(file::appendBuffer);
        return MovieLength.of(new InMemory(file)).await().atMost(Duration.ofSeconds(5));
    }

    /** A file that is small enough to be held. */
    private record InMemory(Buffer bytes) implements Media {

        @Override
        public long size() {
            return bytes.length();
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public MediaRange range(long offset, long length) {
            return new MediaRange(offset, length, size(), this::read);
        }

        private Multi<io.vertx.mutiny.core.buffer.Buffer> read(long offset, long length) {
            return Multi.createFrom()
                    .item(io.vertx.mutiny.core.buffer.Buffer.newInstance(
                            bytes.slice((int) offset, (int) (offset + length))));
        }

        @Override
        public Uni<Void> verifyUnchanged() {
            return Uni.createFrom().voidItem();
        }
    }
}
