package io.cliprelay.worker.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.MediaRange;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileMediaSourceTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int SIZE = 700_000;

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private Path root;
    private Path clip;
    private byte[] content;
    private FileMediaSource source;

    @BeforeEach
    void write() throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
        content = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            content[i] = (byte) (i * 31 >> 3);
        }
        clip = Files.write(root.resolve("clip.mp4"), content);
        source = new FileMediaSource(vertx, new Roots(Set.of(root)));
    }

    @AfterEach
    void close() {
        vertx.closeAndAwait();
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

    @Test
    void aRangeGivesExactlyTheBytesThatWereAskedFor() {
        Media media = open(reference(clip));

        assertThat(bytes(media.range(0, SIZE))).isEqualTo(content);
        assertThat(bytes(media.range(300_001, 262_145))).isEqualTo(Arrays.copyOfRange(content, 300_001, 562_146));
        assertThat(bytes(media.range(SIZE - 1, 1))).containsExactly(content[SIZE - 1]);
    }

    @Test
    void aFileOutsideTheRootsIsNotOpened() throws IOException {
        Path outside = Files.writeString(folder.resolve("secret"), "secret");

        assertRefused("media.not-allowed", source.open(reference(outside)));
    }

    @Test
    void aLinkThatLeadsOutOfTheRootsIsNotFollowed() throws IOException {
        Path outside = Files.writeString(folder.resolve("secret"), "secret");
        Path link = Files.createSymbolicLink(root.resolve("innocent.mp4"), outside);

        assertRefused("media.not-allowed", source.open(reference(link)));
    }

    @Test
    void aFileThatIsGoneIsMissing() throws IOException {
        MediaReference submitted = reference(clip);
        Files.delete(clip);

        assertRefused("media.missing", source.open(submitted));
    }

    @Test
    void aFileOfAnotherSizeHasChanged() throws IOException {
        MediaReference submitted = reference(clip);
        FileTime before = Files.getLastModifiedTime(clip);
        Files.writeString(clip, "shorter");
        Files.setLastModifiedTime(clip, before);

        assertRefused("media.changed", source.open(submitted));
    }

    @Test
    void aFileOfAnotherTimeHasChanged() throws IOException {
        MediaReference submitted = reference(clip);
        Files.setLastModifiedTime(clip, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        assertRefused("media.changed", source.open(submitted));
    }

    @Test
    void aFileThatChangesAfterItWasOpenedIsNoticed() throws IOException {
        Media media = open(reference(clip));
        Files.setLastModifiedTime(clip, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        assertRefused("media.changed", media.verifyUnchanged());
    }

    @Test
    void aFileThatShrinksWhileItIsReadFailsTheRange() throws IOException {
        Media media = open(reference(clip));
        Files.write(clip, Arrays.copyOf(content, SIZE / 2));

        assertRefused(
                "media.changed", media.range(0, SIZE).bytes().collect().asList().replaceWithVoid());
    }

    @Test
    void anEmptyFileIsNoMedia() throws IOException {
        assertRefused("media.empty", source.open(reference(Files.createFile(root.resolve("empty.mp4")))));
    }

    private Media open(MediaReference reference) {
        return source.open(reference).await().atMost(LIMIT);
    }

    private static MediaReference reference(Path file) {
        try {
            URI uri = file.toUri();
            return new MediaReference(
                    uri,
                    Optional.of(Files.size(file)),
                    Optional.of(Files.getLastModifiedTime(file).toInstant()),
                    Optional.empty());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(MediaRange range) {
        Buffer all = range.bytes()
                .collect()
                .in(Buffer::buffer, (sum, next) -> sum.appendBuffer(next))
                .await()
                .atMost(LIMIT);
        return all.getBytes();
    }

    private static void assertRefused(String code, Uni<?> work) {
        assertThatThrownBy(() -> work.await().atMost(LIMIT)).isInstanceOfSatisfying(UploadException.class, refused -> {
            assertThat(refused.failure()).isInstanceOf(UploadFailure.InvalidInput.class);
            assertThat(refused.failure().reason().code()).isEqualTo(code);
        });
    }
}
