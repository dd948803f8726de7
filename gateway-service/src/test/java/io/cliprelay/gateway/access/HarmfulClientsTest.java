package io.cliprelay.gateway.access;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import io.cliprelay.gateway.GatewayStack;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Clients that are slow or huge are cut off, and others are served all the while. */
@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
@TestProfile(KeyedDoor.class)
class HarmfulClientsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void whoSendsABodyByteForByte() throws IOException {
        try (Socket slow = connect()) {
            OutputStream out = slow.getOutputStream();
            out.write(ascii("""
                    POST /v1/clips HTTP/1.1\r
                    Host: gateway\r
                    Authorization: Bearer acme-key\r
                    Content-Type: application/json\r
                    Content-Length: 100000\r
                    \r
                    {"""));
            CompletableFuture<String> answer = answer(slow);

            assertOthersAreServed();
            await().pollInterval(Duration.ofMillis(50)).atMost(PATIENCE).until(() -> {
                trickle(out);
                return answer.isDone();
            });

            assertThat(answer.join()).startsWith("HTTP/1.1 408 ").contains("application/problem+json", "body.too-slow");
        }
    }

    @Test
    void whoBeginsAHeaderAndFallsSilent() throws IOException {
        try (Socket silent = connect()) {
            silent.getOutputStream().write(ascii("GET /v1/clips HTTP/1.1\r\nHost: gate"));
            CompletableFuture<String> answer = answer(silent);

            assertOthersAreServed();

            await().atMost(PATIENCE).until(answer::isDone);
            assertThat(answer.join()).isEmpty();
        }
    }

    @Test
    void whoSendsAHugeHeader() throws IOException {
        try (Socket huge = connect()) {
            CompletableFuture<String> answer = answer(huge);
            OutputStream out = huge.getOutputStream();
            out.write(ascii("GET /v1/clips HTTP/1.1\r\nHost: gateway\r\nX-Padding: "));
            out.write("x".repeat(30_000).getBytes(StandardCharsets.US_ASCII));

            assertOthersAreServed();

            await().atMost(PATIENCE).until(answer::isDone);
            assertThat(answer.join()).startsWith("HTTP/1.1 431 ");
        }
    }

    private static Socket connect() throws IOException {
        return new Socket("127.0.0.1", RestAssured.port);
    }

    private static void assertOthersAreServed() {
        given().header("Authorization", "Bearer acme-key")
                .get("/v1/clips")
                .then()
                .statusCode(200);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void trickle(OutputStream out) throws IOException {
        try {
            out.write(' ');
        } catch (SocketException hungUp) {
            // What is waited for.
        }
    }

    /** What the gateway sends until it hangs up. */
    private static CompletableFuture<String> answer(Socket socket) {
        return CompletableFuture.supplyAsync(() -> everything(socket), Thread.ofVirtual()::start);
    }

    private static String everything(Socket socket) {
        StringBuilder text = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                text.append((char) next);
            }
        } catch (IOException hungUp) {
            // It may also be reset, as bytes are on their way to it.
        }
        return text.toString();
    }
}
