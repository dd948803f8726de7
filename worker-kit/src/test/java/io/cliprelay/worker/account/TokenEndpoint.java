package io.cliprelay.worker.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A token endpoint whose refresh tokens live for one use. */
final class TokenEndpoint implements AutoCloseable {

    static final Duration LIFE = Duration.ofHours(1);

    /** What goes wrong with one call. */
    enum Fault {
        /** The refresh token is used up, and nobody hears of it. */
        ANSWER_LOST,
        /** Nothing happens. */
        UNAVAILABLE,
        /** The refusal comes with status 200. */
        REFUSED_WITH_200
    }

    private final List<Map<String, String>> calls = new CopyOnWriteArrayList<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile String good = "refresh-0";
    private volatile Optional<String> secret = Optional.empty();
    private volatile Duration life = LIFE;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private int numbers;

    private TokenEndpoint(HttpServer server) {
        this.server = server;
    }

    static TokenEndpoint open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TokenEndpoint endpoint = new TokenEndpoint(server);
            server.createContext("/token", endpoint::answer);
            server.setExecutor(endpoint.threads);
            server.start();
            return endpoint;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
    }

    /** The forms that came. */
    List<Map<String, String>> calls() {
        return List.copyOf(calls);
    }

    /** The only refresh token that is taken from now on. */
    void consent(String refreshToken) {
        good = refreshToken;
    }

    /** The only secret of the client that is taken from now on. */
    void secret(String taken) {
        secret = Optional.of(taken);
    }

    /** How long access tokens live from now on. */
    void life(Duration granted) {
        life = granted;
    }

    void next(Fault... next) {
        faults.addAll(Arrays.asList(next));
    }

    /** Calls wait until what this returns is run. */
    Runnable hold() {
        CountDownLatch held = new CountDownLatch(1);
        gate = held;
        return held::countDown;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(exchange);
        calls.add(form);
        try {
            gate.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        answer(exchange, form, faults.poll());
    }

    private synchronized void answer(HttpExchange exchange, Map<String, String> form, Fault fault) throws IOException {
        if (fault == Fault.UNAVAILABLE) {
            send(exchange, 503, "{\"error\":\"temporarily_unavailable\"}");
        } else if (fault == Fault.REFUSED_WITH_200) {
            send(exchange, 200, "{\"error\":\"invalid_grant\",\"error_description\":\"no more\",\"log_id\":\"1\"}");
        } else if (secret.isPresent() && !secret.get().equals(form.get("client_secret"))) {
            send(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else if (!good.equals(form.get("refresh_token"))) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            grant(exchange, fault);
        }
    }

    private void grant(HttpExchange exchange, Fault fault) throws IOException {
        good = "refresh-" + ++numbers;
        if (fault == Fault.ANSWER_LOST) {
            exchange.close();
            return;
        }
        send(
                exchange,
                200,
                "{\"access_token\":\"access-%d\",\"token_type\":\"Bearer\",\"expires_in\":%d,\"refresh_token\":\"%s\",\"refresh_expires_in\":31536000}"
                        .formatted(numbers, life.toSeconds(), good));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.stream(body.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
