package io.cliprelay.worker.health;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.net.NetClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.net.NetClient;
import io.vertx.mutiny.core.net.NetSocket;

/** Looks whether a connection to the platform can be made; nothing is asked over it, so no limit is touched. */
@ApplicationScoped
class Reachability {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final PlatformHealthConfig config;
    private final NetClient client;

    Reachability(PlatformHealthConfig config, Vertx vertx) {
        this.config = config;
        this.client = vertx.createNetClient(new NetClientOptions()
                .setConnectTimeout(Math.toIntExact(config.patience().toMillis())));
    }

    /** Why no connection can be made; empty where one can, or where no address is known. */
    Uni<Optional<String>> obstacle() {
        return config.address().map(this::connect).orElseGet(() -> Uni.createFrom()
                .item(Optional.empty()));
    }

    private Uni<Optional<String>> connect(URI address) {
        return client.connect(port(address), address.getHost())
                .chain(NetSocket::close)
                .map(closed -> Optional.<String>empty())
                .onFailure()
                .recoverWithItem(failure ->
                        Optional.of("%s cannot be reached: %s".formatted(address.getHost(), failure.getMessage())));
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "http".equals(address.getScheme()) ? HTTP : HTTPS;
    }
}
