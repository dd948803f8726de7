package io.cliprelay.benchmarks.upload;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.PfxOptions;

/**
 * A process that takes uploads over TLS and forgets them: as much of YouTube's resumable protocol as an upload without
 * trouble needs. {@code GET /taken} tells of the last one.
 */
final class Sink {

    private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");
    private static final String VIDEO =
            "{\"id\":\"sink0000001\",\"status\":{\"uploadStatus\":\"processed\",\"privacyStatus\":\"private\"}}";
    private static final int RECEIVE_BUFFER = 1 << 20;

    private final AtomicLong sessions = new AtomicLong();
    /** Of the upload under way, and of the last one: one at a time. */
    private volatile long bytes;

    private volatile long firstByte;
    private volatile long lastByte;

    private Sink() {}

    /** Prints its port once it listens; ends with its standard input. */
    public static void main(String[] arguments) throws Exception {
        Sink sink = new Sink();
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(0)
                .setSsl(true)
                .setReceiveBufferSize(RECEIVE_BUFFER)
                .setSslEngineOptions(new OpenSSLEngineOptions())
                .setKeyCertOptions(new PfxOptions().setPath(arguments[0]).setPassword(Certificate.PASSWORD));
        Vertx.vertx()
                .createHttpServer(options)
                .requestHandler(sink::serve)
                .listen()
                .onSuccess(server -> System.out.println(server.actualPort()))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
        while (System.in.read() >= 0) {
            // Only the end counts.
        }
        System.exit(0);
    }

    private void serve(HttpServerRequest request) {
        if (request.method() == HttpMethod.POST) {
            begin(request);
        } else if (request.method() == HttpMethod.PUT) {
            take(request);
        } else if (request.path().equals("/taken")) {
            request.response().end(bytes + " " + (lastByte - firstByte));
        } else {
            request.response().putHeader("Content-Type", "application/json").end("{\"items\":[" + VIDEO + "]}");
        }
    }

    private void begin(HttpServerRequest request) {
        String session = "https://" + request.authority() + "/session/" + sessions.incrementAndGet();
        request.endHandler(
                end -> request.response().putHeader("Location", session).end());
    }

    private void take(HttpServerRequest request) {
        Matcher range = RANGE.matcher(String.valueOf(request.getHeader("Content-Range")));
        boolean partial = range.matches();
        if (!partial || range.group(1).equals("0")) {
            bytes = 0;
            firstByte = System.nanoTime();
        }
        request.handler(part -> bytes = bytes + part.length());
        request.endHandler(end -> {
            lastByte = System.nanoTime();
            answer(request, !partial || Long.parseLong(range.group(2)) + 1 == Long.parseLong(range.group(3)));
        });
    }

    private void answer(HttpServerRequest request, boolean complete) {
        if (complete) {
            request.response().putHeader("Content-Type", "application/json").end(VIDEO);
        } else {
            request.response()
                    .setStatusCode(308)
                    .putHeader("Range", "bytes=0-" + (bytes - 1))
                    .end();
        }
    }
}
