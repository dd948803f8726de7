package io.cliprelay.gateway.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A tenant's program that is told of events: remembers all, answers what it was told to, 200 otherwise. */
final class Receiver implements AutoCloseable {

    /** What came in. */
    record Received(HttpHeaders headers, String body) {
        String id() {
            return headers.firstValue("webhook-id").orElseThrow();
        }
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final CountDownLatch silence = new CountDownLatch(1);
    private final HttpServer server;
    private volatile Optional<String> silentAt = Optional.empty();

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return url("/hook?a=b");
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    Receiver answering(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
        return this;
    }

    /** Takes requests and answers none. */
    Receiver silent() {
        return silentAt("/");
    }

    /** Answers after all. */
    void speak() {
        silence.countDown();
    }

    /** The same below a path only. */
    Receiver silentAt(String path) {
        silentAt = Optional.of(path);
        return this;
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    /** Those of one type. */
    List<Received> received(String type) {
        return received.stream()
                .filter(message -> message.body().contains("\"type\":\"" + type + "\""))
                .toList();
    }

    int waiting() {
        return waiting.get();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Received(HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body));
        String path = exchange.getRequestURI().getPath();
        if (silentAt.filter(path::startsWith).isPresent()) {
            hold();
        }
        Integer status = answers.poll();
        exchange.sendResponseHeaders(status == null ? 200 : status, -1);
        exchange.close();
    }

    private void hold() {
        waiting.incrementAndGet();
        try {
            silence.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        silence.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
