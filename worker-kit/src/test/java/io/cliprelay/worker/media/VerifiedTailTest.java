package io.cliprelay.worker.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.worker.paper.Clip;
import io.cliprelay.worker.spi.MediaRange;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The end of a file leaves only while the file is what it was. */
class VerifiedTailTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int SIZE = 700_001;

    private static Vertx vertx;

    @TempDir
    Path folder;

    private Path file;
    private byte[] content;
    private FileMediaSource source;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.closeAndAwait();
    }

    @BeforeEach
    void write() throws IOException {
        Path root = Files.createDirectory(folder.resolve("root"));
        content = new byte[SIZE];
        new Random(1).nextBytes(content);
        file = Files.write(root.resolve("clip.mp4"), content);
        source = new FileMediaSource(vertx, new Roots(Set.of(root)));
    }

    @Test
    void theBytesAreThoseOfTheFileFromTheOffsetToTheEnd() {
        Media media = open(Clip.reference(file));

        assertThat(bytes(VerifiedTail.of(media, 0))).isEqualTo(content);
        assertThat(bytes(VerifiedTail.of(media, 12_345))).isEqualTo(Arrays.copyOfRange(content, 12_345, SIZE));
        assertThat(bytes(VerifiedTail.of(media, SIZE - 3L))).isEqualTo(Arrays.copyOfRange(content, SIZE - 3, SIZE));
    }

    @Test
    void aFileThatChangesWhileItIsSentNeverReachesItsLastByte() throws IOException {
        Media media = open(Clip.reference(file));
        MediaRange all = VerifiedTail.of(media, 0);
        Files.write(file, new byte[SIZE]);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));

        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        assertThatThrownBy(() -> all.bytes()
                        .invoke(buffer -> sent.writeBytes(buffer.getBytes()))
                        .collect()
                        .last()
                        .await()
                        .atMost(LIMIT))
                .satisfies(failed("media.changed"));
        assertThat(sent.size()).isLessThan(SIZE);
    }

    @Test
    void aFileThatVanishesWhileItIsSentNeverReachesItsLastByte() throws IOException {
        Media media = open(Clip.reference(file));
        Files.delete(file);

        assertThatThrownBy(() -> media.verifyUnchanged().await().atMost(LIMIT)).satisfies(failed("media.missing"));
        assertThatThrownBy(() -> bytes(VerifiedTail.of(media, SIZE - 10L))).satisfies(failed("media.missing"));
    }

    @Test
    void aSourceThatFailsAfterItsLastByteGivesOutNothingOfTheEnd() {
        MediaRange all = VerifiedTail.of(new BrokenAtTheEnd(open(Clip.reference(file)), SIZE), 0);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();

        assertThatThrownBy(() -> all.bytes()
                        .invoke(buffer -> sent.writeBytes(buffer.getBytes()))
                        .collect()
                        .last()
                        .await()
                        .atMost(LIMIT))
                .satisfies(failed("media.host-unreachable"));
        assertThat(sent.size()).isLessThan(SIZE - 1);
    }

    @Test
    void twoVersionsOfAFileAreToldApart() throws IOException {
        String before = open(unknown(file)).version();
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(open(unknown(file)).version()).isNotEqualTo(before);
    }

    private Media open(MediaReference reference) {
        return source.open(reference).await().atMost(LIMIT);
    }

    private static byte[] bytes(MediaRange range) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        range.bytes()
                .map(Buffer::getBytes)
                .invoke(all::writeBytes)
                .collect()
                .last()
                .await()
                .atMost(LIMIT);
        return all.toByteArray();
    }

    private static MediaReference unknown(Path path) {
        return new MediaReference(path.toUri(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Consumer<Throwable> failed(String code) {
        return failure -> assertThat(failure).isInstanceOfSatisfying(UploadException.class, ended -> {
            assertThat(ended.failure().reason().code()).isEqualTo(code);
            assertThat(ended.effectPossible()).isFalse();
        });
    }

    /** As a host whose answer has no declared end: it is cut after all of its bytes are there. */
    private record BrokenAtTheEnd(Media whole, long size) implements Media {

        @Override
        public String version() {
            return whole.version();
        }

        @Override
        public MediaRange range(long offset, long length) {
            Multi<Buffer> cut = Multi.createFrom()
                    .failure(MediaFailures.passing("media.host-unreachable", "It broke off.", "It is tried again."));
            Multi<Buffer> bytes = whole.range(offset, length).bytes();
            return new MediaRange(
                    offset,
                    length,
                    size,
                    (from, count) -> offset + length == size
                            ? Multi.createBy().concatenating().streams(bytes, cut)
                            : bytes);
        }

        @Override
        public Uni<Void> verifyUnchanged() {
            return whole.verifyUnchanged();
        }
    }

    private record Roots(Set<Path> roots) implements MediaConfig {

        @Override
        public Optional<Set<String>> httpsAllowedHosts() {
            return Optional.empty();
        }

        @Override
        public Duration httpsTimeout() {
            return LIMIT;
        }
    }
}
