package io.cliprelay.worker.testing;

import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;

/**
 * Stands between the worker and the sandbox. It hands on what comes, byte by byte, the name of the host included, so that
 * every address that the sandbox gives out leads through it as well; and it does to a request what the director wants.
 */
final class FaultProxy implements AutoCloseable {

    private static final int BUFFER = 256 * 1024;
    private static final int CONNECTIONS = 64;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;
    private final HttpServer server;
    private final URI sandbox;
    private final Director director;

    private FaultProxy(URI sandbox, Director director) {
        this.sandbox = sandbox;
        this.director = director;
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));
        this.server = vertx.createHttpServer(new HttpServerOptions().setMaxChunkSize(BUFFER));
    }

    /** Listens on {@code port} of this machine. */
    static FaultProxy start(int port, URI sandbox, Director director) {
        FaultProxy proxy = new FaultProxy(sandbox, director);
        await(proxy.server
                .requestHandler(proxy::on)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture());
        return proxy;
    }

    private void on(HttpServerRequest request) {
        request.pause();
        Optional<Fault.Kind> fault = director.request(operation(request), length(request), authorized(request));
        if (fault.isEmpty()) {
            forward(request, Optional.empty(), answer -> relay(answer, request.response()));
            return;
        }
        switch (fault.get()) {
            case CRASH_BEFORE_REQUEST -> {
                director.crash().complete(null);
                cut(request);
            }
            case CRASH_AFTER_ANSWER ->
                forward(
                        request,
                        Optional.empty(),
                        answer -> afterBody(answer, () -> {
                            director.crash().complete(null);
                            cut(request);
                        }));
            case OVERTAKEN -> {
                director.finished()
                        .thenRun(() -> vertx.runOnContext(late ->
                                forward(request, Optional.empty(), answer -> relay(answer, request.response()))));
                director.takeover().complete(null);
            }
            case CUT_BEFORE -> cut(request);
            case CUT_MIDWAY -> cutMidway(request);
            case ANSWER_LOST -> forward(request, Optional.empty(), answer -> afterBody(answer, () -> cut(request)));
            case SERVER_ERROR -> answerAfterReading(request, 503, Optional.empty());
            case SERVER_ERROR_AFTER ->
                forward(request, Optional.empty(), answer -> afterBody(answer, () -> unavailable(request)));
            case RATE_LIMITED -> answerAfterReading(request, 429, Optional.of("1"));
            case RATE_LIMITED_SILENTLY -> answerAfterReading(request, 429, Optional.empty());
            case TOKEN_REFUSED ->
                forward(request, Optional.of("nobody-gave-this-token"), answer -> relay(answer, request.response()));
            case CRASH_BEFORE_COMMIT, CRASH_AFTER_COMMIT, LEASE_LOST, COMMAND_TWICE, COMMAND_LATE, TWO_REPLICAS ->
                throw new IllegalStateException(fault.get() + " is no fault of a request");
        }
    }

    /** What it asks for, the same in every run: ids and tokens are another each time. */
    private static String operation(HttpServerRequest request) {
        String path = request.path().replaceAll("[^/]*[0-9~%:][^/]*", "*");
        return request.method() + " " + path;
    }

    private static long length(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_LENGTH))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static boolean authorized(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    private void forward(
            HttpServerRequest request, Optional<String> token, java.util.function.Consumer<HttpClientResponse> then) {
        client.request(options(request, token))
                .onSuccess(outgoing -> send(request, outgoing, then))
                .onFailure(refused -> cut(request));
    }

    private static void send(
            HttpServerRequest request,
            HttpClientRequest outgoing,
            java.util.function.Consumer<HttpClientResponse> then) {
        outgoing.response().onSuccess(then::accept).onFailure(broken -> cut(request));
        // A dead worker reads no answer: without this its connection to the sandbox would never be free again.
        request.response().closeHandler(gone -> outgoing.reset());
        request.exceptionHandler(gone -> outgoing.reset());
        request.pipeTo(outgoing);
    }

    private RequestOptions options(HttpServerRequest request, Optional<String> token) {
        RequestOptions options = new RequestOptions()
                .setMethod(request.method())
                .setHost(sandbox.getHost())
                .setPort(sandbox.getPort())
                .setURI(request.uri());
        request.headers().forEach(header -> options.addHeader(header.getKey(), header.getValue()));
        token.ifPresent(value -> options.getHeaders().set(HttpHeaders.AUTHORIZATION, scheme(request) + " " + value));
        return options;
    }

    private static String scheme(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION).split(" ", 2)[0];
    }

    private static void relay(HttpClientResponse answer, HttpServerResponse to) {
        to.setStatusCode(answer.statusCode());
        answer.headers().forEach(header -> to.headers().add(header.getKey(), header.getValue()));
        answer.pipeTo(to);
    }

    /** The platform has done what it does and said so. */
    private static void afterBody(HttpClientResponse answer, Runnable then) {
        answer.body().onComplete(read -> then.run());
    }

    private static void unavailable(HttpServerRequest request) {
        request.response().setStatusCode(503).end("Service Unavailable");
    }

    private static void answerAfterReading(HttpServerRequest request, int status, Optional<String> retryAfter) {
        HttpServerResponse response = request.response();
        retryAfter.ifPresent(seconds -> response.putHeader("Retry-After", seconds));
        request.endHandler(read -> response.setStatusCode(status).end());
        request.resume();
    }

    private void cutMidway(HttpServerRequest request) {
        long half = length(request) / 2;
        client.request(options(request, Optional.empty()))
                .onFailure(refused -> cut(request))
                .onSuccess(outgoing -> sendHalf(request, outgoing, half));
    }

    private static void sendHalf(HttpServerRequest request, HttpClientRequest outgoing, long half) {
        outgoing.response().onFailure(expected -> cut(request));
        long[] sent = {0};
        request.handler(buffer -> {
            if (sent[0] >= half) {
                return;
            }
            Buffer part = buffer.slice(0, (int) Math.min(buffer.length(), half - sent[0]));
            sent[0] += part.length();
            outgoing.write(part).onComplete(written -> {
                if (sent[0] >= half) {
                    outgoing.connection().close();
                    cut(request);
                }
            });
        });
        request.resume();
    }

    private static void cut(HttpServerRequest request) {
        request.connection().close();
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException failed) {
            throw new IllegalStateException("The fault proxy did not start", failed);
        }
    }

    @Override
    public void close() {
        await(vertx.close().toCompletionStage().toCompletableFuture());
    }
}
