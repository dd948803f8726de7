package io.cliprelay.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Answers for the scheduler what it was told to, by path; it is out of order where it was told nothing. */
public final class SchedulerDouble implements AutoCloseable {

    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();
    private static final List<String> REQUESTS = new CopyOnWriteArrayList<>();

    private final HttpServer server;

    private SchedulerDouble(HttpServer server) {
        this.server = server;
    }

    static SchedulerDouble start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", SchedulerDouble::answer);
            server.start();
            return new SchedulerDouble(server);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on the path is answered with this JSON. */
    public static void answers(String path, String json) {
        ANSWERS.put(path, json);
    }

    /** Forgets all answers and requests. */
    public static void reset() {
        ANSWERS.clear();
        REQUESTS.clear();
    }

    /** Method, address and body of what was asked. */
    public static List<String> requests() {
        return List.copyOf(REQUESTS);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        REQUESTS.add("%s %s %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI(), body));
        String json = ANSWERS.get(exchange.getRequestURI().getPath());
        byte[] bytes = (json == null ? "{}" : json).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(json == null ? 500 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
