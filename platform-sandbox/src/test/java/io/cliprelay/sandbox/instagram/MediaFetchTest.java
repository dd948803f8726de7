package io.cliprelay.sandbox.instagram;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cliprelay.sandbox.SandboxClient.media;
import static io.cliprelay.sandbox.SandboxClient.sha256;
import static io.cliprelay.sandbox.instagram.GraphClient.INSTAGRAM_ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Videos that are fetched from a host. */
@QuarkusTest
class MediaFetchTest {

    private static final byte[] FILE = media(5_000_000);

    @TestHTTPResource("/")
    URI root;

    private GraphClient graph;
    private HttpServer host;

    @BeforeEach
    void open() throws IOException {
        graph = GraphClient.fresh(root);
        host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.createContext("/ranges", MediaFetchTest::ranges);
        host.createContext("/whole", MediaFetchTest::whole);
        host.start();
    }

    @AfterEach
    void close() {
        host.stop(0);
    }

    @Test
    void aHostWithRangesGivesTheVideo() {
        String container = open("/ranges");
        awaitStatus(container, "FINISHED");

        graph.instagramForm(INSTAGRAM_ACCOUNT + "/media_publish", Map.of("creation_id", container));

        assertThat(graph.posts().path(0).path("sha256").asText()).isEqualTo(sha256(FILE));
        assertThat(graph.posts().path(0).path("account").asText()).isEqualTo("by-url");
    }

    @Test
    void aHostWithoutRangesMakesTheContainerFail() {
        String container = open("/whole");

        awaitStatus(container, "ERROR");
        assertThat(status(container, "status")).endsWith("2207077");
    }

    @Test
    void anAddressThatLeadsNowhereMakesTheContainerFail() {
        graph.settings("{\"bareSubcode\":true}");
        String container = open("/nothing");

        awaitStatus(container, "ERROR");
        assertThat(status(container, "status")).isEqualTo("2207052");
    }

    @Test
    void anAddressMayBeRefusedAtOnce() {
        graph.settings("{\"refusesMediaAtOnce\":true}");

        var refused = graph.instagramForm(
                INSTAGRAM_ACCOUNT + "/media", Map.of("media_type", "REELS", "video_url", url("/ranges")));

        assertThat(refused.code()).isEqualTo(9004);
    }

    private String open(String path) {
        return graph.instagramForm(INSTAGRAM_ACCOUNT + "/media", Map.of("media_type", "REELS", "video_url", url(path)))
                .id();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + host.getAddress().getPort() + path;
    }

    private void awaitStatus(String container, String code) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(status(container, "status_code"))
                .isEqualTo(code));
    }

    private String status(String container, String field) {
        return graph.instagram(container + "?fields=status,status_code")
                .body()
                .path(field)
                .asText();
    }

    private static void ranges(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(FILE.length));
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            String[] bounds = exchange.getRequestHeaders().getFirst("Range").split("[=-]");
            byte[] part = Arrays.copyOfRange(FILE, Integer.parseInt(bounds[1]), Integer.parseInt(bounds[2]) + 1);
            exchange.sendResponseHeaders(206, part.length);
            exchange.getResponseBody().write(part);
        }
    }

    private static void whole(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(FILE.length));
            exchange.sendResponseHeaders(200, -1);
        }
    }
}
