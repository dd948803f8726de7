package io.cliprelay.worker.media;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/** Objects from a real S3 server. */
class S3MediaSourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String KEY = "a folder/clip ü.mp4";
    private static final URI CLIP = URI.create("s3://videos/a%20folder/clip%20%C3%BC.mp4");
    private static final byte[] CONTENT = new byte[8_000_001];

    private static Vertx vertx;
    private static BlobStoreContext storage;
    private static S3Proxy server;

    private static S3MediaSource source;

    @BeforeAll
    static void start() throws Exception {
        vertx = Vertx.vertx();
        new Random(7).nextBytes(CONTENT);
        storage = ContextBuilder.newBuilder("transient")
                .credentials("id", "key")
                .overrides(new Properties())
                .build(BlobStoreContext.class);
        storage.getBlobStore().createContainerInLocation(null, "videos");
        server = S3Proxy.builder()
                .blobStore(storage.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "access", "secret")
                .build();
        server.start();
        put(KEY, CONTENT);
        source = new S3MediaSource(vertx, new Settings(server.getPort(), Optional.of("secret"), LIMIT));
    }

    @AfterAll
    static void stop() throws Exception {
        source.close();
        server.stop();
        storage.close();
        vertx.closeAndAwait();
    }

    @Test
    void anObjectIsReadInRanges() {
        Media media = open(CLIP);

        assertThat(media.size()).isEqualTo(CONTENT.length);
        assertThat(bytes(media, 0, CONTENT.length)).isEqualTo(CONTENT);
        assertThat(bytes(media, 3, 700_000)).isEqualTo(Arrays.copyOfRange(CONTENT, 3, 700_003));
        assertThat(bytes(media, CONTENT.length - 1, 1)).containsExactly(CONTENT[CONTENT.length - 1]);
    }

    @Test
    void aSlowReaderHoldsTheStorageBack() {
        AtomicLong parts = new AtomicLong();
        AssertSubscriber<Buffer> slow = open(CLIP)
                .range(0, CONTENT.length)
                .bytes()
                .invoke(part -> parts.incrementAndGet())
                .subscribe()
                .withSubscriber(AssertSubscriber.create(1));

        slow.awaitItems(1, LIMIT);
        await().during(Duration.ofMillis(200)).atMost(LIMIT).until(() -> parts.get() == 1);
        slow.cancel();
    }

    @Test
    void anObjectThatChangedIsNoticedByItsEntityTag() {
        put("changing.mp4", new byte[] {1, 2, 3});
        Media media = open(URI.create("s3://videos/changing.mp4"));

        put("changing.mp4", new byte[] {3, 2, 1});

        assertRefused("media.changed", media.verifyUnchanged());
        assertRefused("media.changed", media.range(0, 3).bytes().collect().asList());
    }

    @Test
    void anObjectThatIsTakenAwayIsMissing() {
        put("gone.mp4", new byte[] {1, 2, 3});
        Media media = open(URI.create("s3://videos/gone.mp4"));

        storage.getBlobStore().removeBlob("videos", "gone.mp4");

        assertRefused("media.missing", media.range(0, 3).bytes().collect().asList());
    }

    @Test
    void anObjectOfAnotherSizeThanSubmittedIsRefused() {
        assertRefused("media.changed", source.open(reference(CLIP, Optional.of(5L))));
    }

    @Test
    void anEmptyObjectIsRefused() {
        put("empty.mp4", new byte[0]);

        assertRefused("media.empty", source.open(reference(URI.create("s3://videos/empty.mp4"), Optional.empty())));
    }

    @Test
    void anObjectThatIsNotThereIsMissing() {
        assertRefused("media.missing", source.open(reference(URI.create("s3://videos/none.mp4"), Optional.empty())));
    }

    @Test
    void aBucketThatIsNotAllowedIsRefused() {
        assertRefused("media.not-allowed", source.open(reference(URI.create("s3://others/a.mp4"), Optional.empty())));
    }

    @Test
    void aUriWithoutAKeyIsRefused() {
        assertRefused("media.uri-invalid", source.open(reference(URI.create("s3://videos/"), Optional.empty())));
    }

    @Test
    void aKeyThatTheStorageDoesNotTakeIsForbidden() {
        assertRefused("media.forbidden", new Settings(server.getPort(), Optional.of("wrong"), LIMIT));
    }

    @Test
    void aStorageThatDoesNotAnswerIsTriedAgain() {
        UploadException refused =
                assertRefused("media.unreachable", new Settings(1, Optional.of("secret"), Duration.ofSeconds(5)));

        assertThat(refused.failure().category()).isEqualTo("transient");
    }

    @Test
    void oneKeyWithoutTheOtherIsNoConfiguration() {
        assertThat(new Settings(1, Optional.empty(), LIMIT).isBothKeysOrNone()).isFalse();
        assertThat(new Settings(1, Optional.of("secret"), LIMIT).isBothKeysOrNone())
                .isTrue();
    }

    private record Settings(int port, Optional<String> secretKey, Duration timeout) implements S3Config {

        @Override
        public Optional<Set<String>> buckets() {
            return Optional.of(Set.of("videos"));
        }

        @Override
        public Optional<URI> endpoint() {
            return Optional.of(URI.create("http://127.0.0.1:" + port));
        }

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public boolean pathStyle() {
            return true;
        }

        @Override
        public Optional<String> accessKey() {
            return Optional.of("access");
        }
    }

    private static UploadException assertRefused(String code, Settings settings) {
        S3MediaSource other = new S3MediaSource(vertx, settings);
        try {
            return assertRefused(code, other.open(reference(CLIP, Optional.empty())));
        } finally {
            other.close();
        }
    }

    private static Media open(URI uri) {
        return get(source.open(reference(uri, Optional.empty())));
    }

    private static byte[] bytes(Media media, long offset, long length) {
        return get(media.range(offset, length).bytes().collect().in(Buffer::buffer, Buffer::appendBuffer))
                .getBytes();
    }

    private static void put(String key, byte[] content) {
        BlobStore blobs = storage.getBlobStore();
        blobs.putBlob(
                "videos",
                blobs.blobBuilder(key)
                        .payload(content)
                        .contentLength(content.length)
                        .build());
    }

    private static MediaReference reference(URI uri, Optional<Long> size) {
        return new MediaReference(uri, size, Optional.empty(), Optional.empty());
    }

    private static <T> T get(Uni<T> work) {
        return work.await().atMost(LIMIT);
    }

    private static UploadException assertRefused(String code, Uni<?> work) {
        UploadException refused = catchThrowableOfType(UploadException.class, () -> get(work));
        assertThat(refused.failure().reason().code()).isEqualTo(code);
        return refused;
    }
}
