package io.cliprelay.gateway.webhook;

import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;

/** Sends messages, signed; never to an address inside, and follows nobody elsewhere. */
@ApplicationScoped
class Sender {

    private final HttpClient client;
    private final TargetUrl targets;
    private final Duration timeout;
    private final InstantSource clock;

    Sender(Vertx vertx, WebhookConfig config, InstantSource clock) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.timeout().toMillis())
                // A connection for each message that can be on its way: nobody waits for another's at the same host.
                .setMaxPoolSize(config.atOnce())
                .setKeepAlive(false));
        this.targets = new TargetUrl(config.allowedHosts().orElse(Set.of()));
        this.timeout = config.timeout();
        this.clock = clock;
    }

    /** One attempt; never fails. */
    Uni<Outcome> send(Message message) {
        Instant begin = clock.instant();
        return Uni.createFrom()
                .item(message.url())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(this::resolved)
                .chain(address -> client.request(bounded(options(message, address, begin.getEpochSecond()))))
                .chain(request -> exchange(request, message.body()))
                .map(status -> Outcome.of(status, Duration.between(begin, clock.instant())))
                .ifNoItem()
                .after(timeout)
                .recoverWithItem(() -> new Outcome.Unreachable("no answer within " + timeout, timeout))
                .onFailure()
                .recoverWithItem(
                        failure -> new Outcome.Unreachable(reason(failure), Duration.between(begin, clock.instant())));
    }

    @PreDestroy
    void close() {
        client.closeAndForget();
    }

    private InetAddress resolved(URI url) {
        try {
            return targets.resolve(url);
        } catch (UnknownHostException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** What it answers beyond the status is not read. */
    private static Uni<Integer> exchange(HttpClientRequest request, String body) {
        return request.send(body)
                // It hears of the reset below, which is none of its business.
                .invoke(response -> response.exceptionHandler(ignored -> {}))
                .map(response -> response.statusCode())
                .onTermination()
                .invoke(() -> request.reset());
    }

    /** Given up by the client, too: it hears nothing of it where nobody waits any more for the connection that it opens. */
    private RequestOptions bounded(RequestOptions options) {
        return options.setConnectTimeout(timeout.toMillis()).setIdleTimeout(timeout.toMillis());
    }

    private static RequestOptions options(Message message, InetAddress address, long timestamp) {
        URI url = message.url();
        boolean tls = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80;
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Cliprelay-Webhooks/1")
                .putHeader("webhook-id", message.eventId())
                .putHeader("webhook-timestamp", Long.toString(timestamp))
                .putHeader("webhook-signature", message.signatures(timestamp));
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
