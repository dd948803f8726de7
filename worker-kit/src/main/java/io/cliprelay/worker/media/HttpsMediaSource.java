package io.cliprelay.worker.media;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;

import io.cliprelay.contracts.clip.MediaReference;

/** Opens media on public hosts that answer requests for ranges. */
@ApplicationScoped
public class HttpsMediaSource {

    private final Vertx vertx;
    private final MediaConfig config;
    private final PublicAddresses addresses;
    private final HttpClient client;

    HttpsMediaSource(Vertx vertx, MediaConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.addresses = new PublicAddresses(config.httpsAllowedHosts().orElse(Set.of()));
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setSsl(true)
                .setVerifyHost(true)
                .setDecompressionSupported(false)
                .setConnectTimeout((int) config.httpsTimeout().toMillis()));
    }

    @PreDestroy
    void close() {
        client.closeAndForget();
    }

    Uni<Media> open(MediaReference reference) {
        String host = reference.uri().getHost();
        return vertx.executeBlocking(() -> addresses.of(host), false)
                .onFailure(UnknownHostException.class)
                .transform(unknown -> MediaFailures.passing(
                        "media.host-unknown",
                        "The host %s cannot be resolved".formatted(host),
                        "Check the host's name; it is tried again."))
                .chain(address -> open(reference, address));
    }

    private Uni<Media> open(MediaReference reference, InetAddress address) {
        HttpsRanges ranges = new HttpsRanges(client, reference.uri(), address, config.httpsTimeout());
        return ranges.describe()
                .map(found -> ranges.requireSize(reference.sizeBytes(), found))
                .map(found -> new HttpsMedia(ranges, found));
    }
}
