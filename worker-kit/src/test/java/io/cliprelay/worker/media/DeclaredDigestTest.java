package io.cliprelay.worker.media;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.worker.spi.MediaRange;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A file that is not what was declared never leaves whole, however it is sent. */
class DeclaredDigestTest {

    private static final int SIZE = 700_001;
    private static final int HALF = SIZE / 2;

    private final Source media = new Source();

    @Test
    void aFileThatIsWhatWasDeclaredIsSentAsItIsAndReadOnce() {
        DeclaredDigest digest = declared(media.content);

        assertThat(sent(digest, 0)).isEqualTo(media.content);
        assertThat(media.read).isEqualTo(SIZE);
    }

    @Test
    void aFileThatIsNotNeverReachesItsLastByte() {
        DeclaredDigest digest = declared(new byte[SIZE]);
        ByteArrayOutputStream left = new ByteArrayOutputStream();

        assertMismatch(() -> send(digest, 0, left));

        assertThat(left.size()).isPositive().isLessThan(SIZE);
        assertThat(left.toByteArray()).isEqualTo(Arrays.copyOf(media.content, left.size()));
    }

    @Test
    void whatAnEarlierProcessSentIsReadForItOnce() {
        DeclaredDigest digest = declared(media.content);

        digest.checkedUpTo(HALF).await().indefinitely();

        assertThat(sent(digest, HALF)).isEqualTo(Arrays.copyOfRange(media.content, HALF, SIZE));
        assertThat(media.read).isEqualTo(SIZE);
    }

    @Test
    void whatThePlatformDidNotKeepIsSentAgainAndCountsOnce() {
        DeclaredDigest digest = declared(media.content);
        digest.counted(0, media.range(0, HALF).bytes()).collect().last().await().indefinitely();

        assertThat(sent(digest, 1000)).isEqualTo(Arrays.copyOfRange(media.content, 1000, SIZE));
        assertThat(sent(digest, SIZE - 1L)).hasSize(1);
    }

    @Test
    void anEndThatIsSentBeforeTheRestIsCheckedAllTheSame() {
        assertThat(sent(declared(media.content), HALF)).hasSize(SIZE - HALF);
        assertMismatch(() -> sent(declared(new byte[SIZE]), HALF));
    }

    @Test
    void aPassBeforeTellsWithoutSendingAnything() {
        declared(media.content).checkedUpTo(SIZE).await().indefinitely();
        declared(new byte[SIZE]).checkedUpTo(SIZE - 1L).await().indefinitely();
        assertMismatch(() -> declared(new byte[SIZE]).checkedUpTo(SIZE).await().indefinitely());
    }

    @Test
    void whereNothingWasDeclaredNothingIsComputed() {
        assertThat(DeclaredDigest.of(media, reference(), () -> {})).isEmpty();
    }

    private byte[] sent(DeclaredDigest digest, long from) {
        ByteArrayOutputStream left = new ByteArrayOutputStream();
        send(digest, from, left);
        return left.toByteArray();
    }

    private void send(DeclaredDigest digest, long from, ByteArrayOutputStream left) {
        digest.counted(from, VerifiedTail.of(media, Optional.of(digest), from).bytes())
                .invoke(buffer -> left.writeBytes(buffer.getBytes()))
                .collect()
                .last()
                .await()
                .indefinitely();
    }

    private DeclaredDigest declared(byte[] meant) {
        return DeclaredDigest.of(media, reference().declared(Optional.of(sha256(meant))), () -> {})
                .orElseThrow();
    }

    private static MediaReference reference() {
        return new MediaReference(URI.create("file:/clip.mp4"), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static void assertMismatch(Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(UploadException.class, ended -> {
            assertThat(ended.failure().reason().code()).isEqualTo("media.digest-mismatch");
            assertThat(ended.effectPossible()).isFalse();
        });
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Noise in memory, which counts what is read of it. */
    private static final class Source implements Media {

        private static final int BUFFER = 64 * 1024;

        private final byte[] content = new byte[SIZE];
        private long read;

        private Source() {
            new Random(1).nextBytes(content);
        }

        @Override
        public long size() {
            return SIZE;
        }

        @Override
        public String version() {
            return "1";
        }

        @Override
        public MediaRange range(long offset, long length) {
            return new MediaRange(offset, length, SIZE, this::buffers);
        }

        private Multi<Buffer> buffers(long offset, long length) {
            return Multi.createFrom()
                    .items(LongStream.iterate(offset, at -> at < offset + length, at -> at + BUFFER)
                            .mapToObj(at -> slice(at, Math.min(at + BUFFER, offset + length))));
        }

        private Buffer slice(long from, long to) {
            read += to - from;
            return Buffer.buffer(Arrays.copyOfRange(content, (int) from, (int) to));
        }

        @Override
        public Uni<Void> verifyUnchanged() {
            return Uni.createFrom().voidItem();
        }
    }
}
