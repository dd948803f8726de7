package io.cliprelay.sandbox.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.sandbox.SandboxClient;

import static org.assertj.core.api.Assertions.assertThat;

class MediaStoreTest {

    private final byte[] media = SandboxClient.media(10_000);

    @TempDir
    Path folder;

    @Test
    void partsInAnyOrderMakeTheFile() throws IOException {
        var store = store(10_000, 100_000);
        MediaFile file = store.assemble();

        write(file, 6_000, 10_000);
        write(file, 0, 2_500);
        write(file, 2_500, 6_000);

        assertThat(file.length()).isEqualTo(10_000);
        assertThat(file.sha256()).isEqualTo(SandboxClient.sha256(media));
        file.keepAs(file.sha256());
        assertThat(Files.readAllBytes(store.find(SandboxClient.sha256(media)).orElseThrow()))
                .isEqualTo(media);
    }

    @Test
    void whatIsWrittenAgainCountsOnce() {
        MediaFile file = store(10_000, 100_000).assemble();

        write(file, 0, 6_000);
        write(file, 4_000, 10_000);

        assertThat(file.sha256()).isEqualTo(SandboxClient.sha256(media));
    }

    @Test
    void whatIsTooLargeIsNotKept() throws IOException {
        var store = store(5_000, 100_000);
        MediaFile file = store.begin();

        write(file, 0, 5_000);
        write(file, 5_000, 10_000);
        file.keepAs(SandboxClient.sha256(media));

        assertThat(store.find(SandboxClient.sha256(media))).isEmpty();
        assertThat(files()).isZero();
    }

    @Test
    void theOldestGoesForTheNewest() throws IOException {
        var store = store(10_000, 15_000);
        keep(store, "a".repeat(64));
        Files.setLastModifiedTime(store.find("a".repeat(64)).orElseThrow(), FileTime.from(Instant.EPOCH));

        keep(store, "b".repeat(64));

        assertThat(store.find("a".repeat(64))).isEmpty();
        assertThat(store.find("b".repeat(64))).isPresent();
    }

    @Test
    void theOldestGoesEachTimeThereIsTooMuch() throws IOException {
        var store = store(10_000, 25_000);
        for (int number = 0; number < 6; number++) {
            keep(store, Integer.toString(number).repeat(64));
            Files.setLastModifiedTime(
                    store.find(Integer.toString(number).repeat(64)).orElseThrow(),
                    FileTime.from(Instant.ofEpochSecond(number)));
        }

        assertThat(files()).isEqualTo(2);
        assertThat(store.find("4".repeat(64))).isPresent();
        assertThat(store.find("5".repeat(64))).isPresent();
    }

    @Test
    void keptMediaSurviveARestartAndUnfinishedOnesDoNot() throws IOException {
        keep(store(10_000, 100_000), "c".repeat(64));
        write(store(10_000, 100_000).begin(), 0, 100);

        assertThat(store(10_000, 100_000).find("c".repeat(64))).isPresent();
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void whatIsForgottenCanBeFollowedByMore() throws IOException {
        var store = store(10_000, 100_000);
        keep(store, "d".repeat(64));

        store.forget();

        assertThat(files()).isZero();
        keep(store, "e".repeat(64));
        assertThat(store.find("e".repeat(64))).isPresent();
        assertThat(store.find("../media/" + "e".repeat(55))).isEmpty();
    }

    private void keep(MediaStore store, String name) {
        MediaFile file = store.begin();
        write(file, 0, media.length);
        file.keepAs(name);
    }

    private void write(MediaFile file, int from, int to) {
        file.write(from, Buffer.buffer(Arrays.copyOfRange(media, from, to)));
    }

    private MediaStore store(long largest, long inAll) {
        return new MediaStore(Optional.of(folder), largest, inAll);
    }

    private long files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
