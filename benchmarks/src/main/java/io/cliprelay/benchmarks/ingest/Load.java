package io.cliprelay.benchmarks.ingest;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;

/** POSTs over so many connections, on each the next one as soon as the last one is answered. */
final class Load implements AutoCloseable {

    /** One request: what differs from the others. */
    record Post(Map<String, String> headers, Buffer body) {}

    /**
     * What became of it.
     *
     * @param accepted requests that were answered 200 or 202
     * @param others requests that were answered otherwise, or not at all
     * @param millis how long each accepted one took
     */
    record Outcome(int accepted, int others, double seconds, Collection<Double> millis) {

        double perSecond() {
            return accepted / seconds;
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final int connections;
    private final RequestOptions target;

    Load(URI target, int connections) {
        this.connections = connections;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(connections));
        this.target = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(target.getHost())
                .setPort(target.getPort())
                .setURI(target.getPath());
    }

    /** Goes on for {@code time}, then waits for the last answers. */
    Outcome run(Duration time, Supplier<Post> posts) throws InterruptedException {
        Run run = new Run(System.nanoTime() + time.toNanos(), posts);
        long start = System.nanoTime();
        for (int n = 0; n < connections; n++) {
            run.next();
        }
        run.idle.await();
        return new Outcome(run.millis.size(), run.others.get(), (System.nanoTime() - start) / 1e9, run.millis);
    }

    private final class Run {

        private final long end;
        private final Supplier<Post> posts;
        private final CountDownLatch idle = new CountDownLatch(connections);
        private final Queue<Double> millis = new ConcurrentLinkedQueue<>();
        private final AtomicInteger others = new AtomicInteger();

        Run(long end, Supplier<Post> posts) {
            this.end = end;
            this.posts = posts;
        }

        void next() {
            if (System.nanoTime() >= end) {
                idle.countDown();
                return;
            }
            Post post = posts.get();
            long start = System.nanoTime();
            client.request(target).compose(request -> send(request, post)).onComplete(answer -> {
                if (answer.succeeded() && (answer.result() == 202 || answer.result() == 200)) {
                    millis.add((System.nanoTime() - start) / 1e6);
                } else {
                    others.incrementAndGet();
                }
                next();
            });
        }

        /** Completes with the status when all of the answer is there. */
        private static Future<Integer> send(HttpClientRequest request, Post post) {
            request.putHeader("Content-Type", "application/json");
            post.headers().forEach(request::putHeader);
            return request.send(post.body()).compose(response -> response.body().map(response.statusCode()));
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
