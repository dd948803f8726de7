package io.cliprelay.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Answers for the analytics service: the tenant {@code default} has numbers, for others it is out of order. History it
 * tells in CSV, with the question as its only row, and it refuses the zone of Mars. A rebuild can begin; there was none.
 */
public final class AnalyticsDouble implements AutoCloseable {

    private static final String SUMMARY = """
            {"uploads":3,"published":2,"failed":1,"news":true,
             "platforms":[{"platform":"youtube","uploads":3,"published":2,"failed":1,"successRate":0.67,"reception":{"views":12}}]}
            """;
    private static final String REFUSAL = """
            {"type":"urn:cliprelay:problem:zone.invalid","title":"The question cannot be read","status":400,
             "detail":"zone is \\"Mars\\".","code":"zone.invalid","category":"invalid-input","retryable":false,"errors":[]}
            """;

    private static final String NO_REBUILD = """
            {"type":"urn:cliprelay:problem:rebuild.none","title":"There was no rebuild","status":404,
             "detail":"Begin one.","code":"rebuild.none","category":"invalid-input","retryable":false,"errors":[]}
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
            server.createContext("/analytics/summary", AnalyticsDouble::summary);
            server.createContext("/analytics/history", AnalyticsDouble::history);
            server.createContext("/analytics/rebuild", AnalyticsDouble::rebuild);
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

    private static void summary(HttpExchange exchange) throws IOException {
        List<String> question = question(exchange);
        if (question.contains("zone=Mars")) {
            answer(exchange, 400, "application/problem+json", REFUSAL);
        } else if (question.contains("tenant=default")) {
            answer(exchange, 200, "application/json", SUMMARY);
        } else {
            answer(exchange, 500, "application/json", "{}");
        }
    }

    private static void rebuild(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 202, "application/json", "{\"startedAt\":\"2026-12-01T18:00:00Z\",\"events\":0}");
        } else {
            answer(exchange, 404, "application/problem+json", NO_REBUILD);
        }
    }

    private static void history(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "text/csv", "question\r\n" + String.join("&", question(exchange)) + "\r\n");
    }

    private static List<String> question(HttpExchange exchange) {
        return List.of(exchange.getRequestURI().getQuery().split("&"));
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        System.setProperty(
                ASKED_WITH,
                Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), ""));
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
