package io.cliprelay.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Answers for the analytics service: the tenant {@code default} has numbers, for others it is out of order. */
public final class AnalyticsDouble implements AutoCloseable {

    private static final String SUMMARY = """
            {"uploads":3,"published":2,"failed":1,"news":true,
             "platforms":[{"platform":"youtube","uploads":3,"published":2,"failed":1,"successRate":0.67,"reception":{"views":12}}]}
            """;

    private final HttpServer server;

    /** What it was asked with last: read from another class loader, hence a property of the whole JVM. */
    private static final String ASKED_WITH = "cliprelay.test.analytics.asked-with";

    private AnalyticsDouble(HttpServer server) {
        this.server = server;
    }

    public static AnalyticsDouble start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/analytics/summary", AnalyticsDouble::answer);
            server.start();
            return new AnalyticsDouble(server);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The {@code Authorization} header of the last question; empty text where there was none. */
    public static String askedWith() {
        return System.getProperty(ASKED_WITH, "");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        System.setProperty(
                ASKED_WITH,
                Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), ""));
        boolean known = "tenant=default".equals(exchange.getRequestURI().getQuery());
        byte[] body = (known ? SUMMARY : "{}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(known ? 200 : 500, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
