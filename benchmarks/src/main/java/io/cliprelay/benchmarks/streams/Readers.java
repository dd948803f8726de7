package io.cliprelay.benchmarks.streams;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.parsetools.RecordParser;

/** Many readers of event streams in one process. Thread-safe. */
final class Readers implements AutoCloseable {

    /** When it happened, as an event says; its own time comes before those in what it is about. */
    private static final Pattern HAPPENED =
            Pattern.compile("^data: ?\\{\"type\":\"upload\\.[a-z-]+\",\"timestamp\":\"([^\"]+)\"");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final URI gateway;
    private final Optional<String> key;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final Queue<Double> delays = new ConcurrentLinkedQueue<>();

    Readers(URI gateway, Optional<String> key, int most) {
        this.gateway = gateway;
        this.key = key;
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(most));
    }

    /** Has a reader begin; returns before it has. */
    void read(String path) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(gateway.getHost())
                .setPort(gateway.getPort())
                .setURI(path)
                .putHeader("Accept", "text/event-stream");
        key.ifPresent(text -> options.putHeader("Authorization", "Bearer " + text));
        client.request(options)
                .compose(request -> request.send())
                .onSuccess(this::begin)
                .onFailure(failure -> {
                    throw new IllegalStateException("no stream of " + path, failure);
                });
    }

    /** Those that are told something by now. */
    int open() {
        return open.get();
    }

    /** Those whose stream is over. */
    int ended() {
        return ended.get();
    }

    /** From each event until a reader had it, in milliseconds. */
    Collection<Double> delays() {
        return delays;
    }

    /** Begins to count anew. */
    void forget() {
        delays.clear();
    }

    private void begin(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException("a stream was answered " + response.statusCode());
        }
        AtomicInteger lines = new AtomicInteger();
        response.handler(RecordParser.newDelimited("\n", line -> take(line, lines)));
        response.endHandler(end -> ended.incrementAndGet());
    }

    private void take(Buffer line, AtomicInteger lines) {
        if (lines.getAndIncrement() == 0) {
            open.incrementAndGet();
        }
        Matcher happened = HAPPENED.matcher(line.toString());
        if (happened.find()) {
            Instant at = Instant.parse(happened.group(1));
            delays.add((Instant.now().toEpochMilli() - at.toEpochMilli()) * 1.0);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
