package io.cliprelay.system.deploy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code deploy/healthy}, which asks a service for its health from inside its container. */
class HealthyScriptTest {

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/up", 200);
        answer("/down", 503);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void succeedsWhereTheAnswerIs200() throws Exception {
        assertThat(healthy("http://127.0.0.1:" + port() + "/up")).isZero();
    }

    @Test
    void failsWhereTheServiceSaysThatItIsDown() throws Exception {
        assertThat(healthy("http://127.0.0.1:" + port() + "/down")).isNotZero();
    }

    @Test
    void failsWhereNobodyListens() throws Exception {
        int port = port();
        server.stop(0);

        assertThat(healthy("http://127.0.0.1:" + port + "/up")).isNotZero();
    }

    @Test
    void saysHowItIsUsedWhereTheUrlIsNone() throws Exception {
        assertThat(healthy("localhost")).isEqualTo(2);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void answer(String path, int status) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    private static int healthy(String url) throws Exception {
        Process process = new ProcessBuilder(
                        "bash", ProjectFolder.resolve("deploy/healthy").toString(), url)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
