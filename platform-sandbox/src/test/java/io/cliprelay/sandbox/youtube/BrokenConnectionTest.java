package io.cliprelay.sandbox.youtube;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cliprelay.sandbox.RawPut;
import io.cliprelay.sandbox.SandboxClient;

import static io.cliprelay.sandbox.SandboxClient.BLOCK;
import static io.cliprelay.sandbox.SandboxClient.media;
import static io.cliprelay.sandbox.SandboxClient.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
class BrokenConnectionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource("/")
    URI root;

    private final byte[] media = media(8 * BLOCK);
    private SandboxClient client;
    private URI session;

    @BeforeEach
    void openSession() {
        client = SandboxClient.fresh(root);
        session = client.open(media.length);
    }

    @Test
    void keepsWhatCameRoundedDownToBlocksAndGoesOnThere() throws IOException {
        try (var put = rawPut(0, media.length)) {
            put.send(media, 0, 3 * BLOCK + 77_777);
            awaitReceived(3 * BLOCK + 77_777);
        }

        assertThat(stored()).isEqualTo(3 * BLOCK);
        assertThat(client.put(session, media, 3 * BLOCK, media.length).statusCode())
                .isEqualTo(201);
        assertThat(client.admin("/sandbox/posts").at("/0/sha256").asText()).isEqualTo(sha256(media));
        assertThat(mediaBytesReceived()).isEqualTo(media.length + 77_777);
    }

    @Test
    void allBytesOfABrokenNonFinalChunkAreKeptIfTheyAreWholeBlocks() throws IOException {
        try (var put = rawPut(0, 4 * BLOCK)) {
            put.send(media, 0, 2 * BLOCK);
            awaitReceived(2 * BLOCK);
        }

        assertThat(stored()).isEqualTo(2 * BLOCK);
    }

    @Test
    void aNewRequestOnTheSessionEndsTheOneThatStillHangs() throws IOException {
        try (var hanging = rawPut(0, media.length)) {
            hanging.send(media, 0, 2 * BLOCK + 5);
            awaitReceived(2 * BLOCK + 5);

            assertThat(stored()).isEqualTo(2 * BLOCK);
            assertThat(hanging.closedByServer()).isTrue();
        }
        assertThat(client.put(session, media, 2 * BLOCK, media.length).statusCode())
                .isEqualTo(201);
    }

    @Test
    void manyRequestsAtOnceForTheLastBytesMakeOneVideo() throws Exception {
        client.put(session, media, 0, 7 * BLOCK);
        var ready = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                threads.submit(() -> {
                    ready.await();
                    return client.put(session, media, 7 * BLOCK, media.length);
                });
            }
            ready.countDown();
        }
        client.put(session, media, 7 * BLOCK, media.length);

        assertThat(client.admin("/sandbox/posts")).hasSize(1);
        assertThat(client.admin("/sandbox/posts").at("/0/sha256").asText()).isEqualTo(sha256(media));
    }

    private RawPut rawPut(long from, long announced) throws IOException {
        return new RawPut(session, client.accessToken(), from, announced, media.length);
    }

    private void awaitReceived(long bytes) {
        await().atMost(PATIENCE).until(() -> mediaBytesReceived() == bytes);
    }

    private long mediaBytesReceived() {
        return client.admin("/sandbox/stats")
                .at("/platforms/youtube/mediaBytesReceived")
                .asLong();
    }

    private long stored() {
        Optional<String> range = client.query(session, media.length).headers().firstValue("Range");
        return range.map(value -> Long.parseLong(value.substring("bytes=0-".length())) + 1)
                .orElse(0L);
    }
}
