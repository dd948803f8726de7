package io.cliprelay.sandbox.instagram;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.vertx.core.buffer.Buffer;
import org.jboss.logging.Logger;

import io.cliprelay.sandbox.traffic.Tallies;

/** Fetches a video from its address as Meta does: {@code HEAD}, then ranges. A failure shows at the container. */
@Singleton
class MediaFetch {

    private static final Logger LOG = Logger.getLogger(MediaFetch.class);
    private static final String UNREACHABLE = "2207052";
    private static final String NO_RANGES = "2207077";
    private static final long RANGE = 4 << 20;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final SettingsInForce settings;
    private final Tallies tallies;

    /** The media cannot be had; the message is the subcode. */
    private static final class Unfetchable extends RuntimeException {
        Unfetchable(String subcode) {
            super(subcode);
        }
    }

    MediaFetch(SettingsInForce settings, Tallies tallies) {
        this.settings = settings;
        this.tallies = tallies;
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }

    /** Returns at once; the container tells how it ended. */
    void start(Container container, String url) {
        int reception = container.begin();
        HttpRequest head = request(url).HEAD().build();
        client.sendAsync(head, HttpResponse.BodyHandlers.discarding())
                .thenCompose(answer -> ranges(container, reception, url, length(answer), 0))
                .thenRun(() -> container.complete(
                        settings.now().plus(settings.current().processingTime())))
                .exceptionally(failure -> failed(container, url, failure));
    }

    private static long length(HttpResponse<?> head) {
        if (head.statusCode() != 200) {
            throw new Unfetchable(UNREACHABLE);
        }
        if (!head.headers().firstValue("Accept-Ranges").orElse("none").equals("bytes")) {
            throw new Unfetchable(NO_RANGES);
        }
        return head.headers().firstValueAsLong("Content-Length").orElseThrow(() -> new Unfetchable(NO_RANGES));
    }

    private CompletableFuture<Void> ranges(Container container, int reception, String url, long length, long from) {
        if (from >= length) {
            return CompletableFuture.completedFuture(null);
        }
        long last = Math.min(length, from + RANGE) - 1;
        HttpRequest range =
                request(url).header("Range", "bytes=" + from + "-" + last).build();
        return client.sendAsync(range, HttpResponse.BodyHandlers.ofByteArray()).thenCompose(answer -> {
            take(container, reception, answer, last - from + 1);
            return ranges(container, reception, url, length, last + 1);
        });
    }

    private void take(Container container, int reception, HttpResponse<byte[]> answer, long expected) {
        if (answer.statusCode() != 206 || answer.body().length != expected) {
            throw new Unfetchable(NO_RANGES);
        }
        container.accept(reception, Buffer.buffer(answer.body()));
        tallies.of(Instagram.ID).mediaBytes(answer.body().length);
    }

    private Void failed(Container container, String url, Throwable failure) {
        Throwable origin = failure.getCause() == null ? failure : failure.getCause();
        LOG.infof("The media of container %s cannot be fetched from %s: %s", container.id(), url, origin);
        container.fail(origin instanceof Unfetchable known ? known.getMessage() : UNREACHABLE, settings.now());
        return null;
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(LIMIT)
                .header("User-Agent", "facebookexternalhit/1.1 (sandbox)");
    }
}
