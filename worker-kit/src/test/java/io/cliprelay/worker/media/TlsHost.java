package io.cliprelay.worker.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpServer;
import io.vertx.mutiny.core.http.HttpServerRequest;

/** A host with a certificate of its own, made for the test, and a client that trusts it. */
final class TlsHost implements AutoCloseable {

    private static final String PASSWORD = "changeit";

    private final HttpServer server;
    private final HttpClient client;

    TlsHost(Vertx vertx, Path folder, Consumer<HttpServerRequest> answer) {
        PfxOptions store =
                new PfxOptions().setPath(certificate(folder).toString()).setPassword(PASSWORD);
        HttpServerOptions options =
                new HttpServerOptions().setHost("127.0.0.1").setSsl(true).setKeyCertOptions(store);
        this.server = vertx.createHttpServer(options).requestHandler(answer).listenAndAwait(0);
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setSsl(true).setVerifyHost(true).setTrustOptions(store));
    }

    int port() {
        return server.actualPort();
    }

    HttpClient client() {
        return client;
    }

    private static Path certificate(Path folder) {
        Path store = folder.resolve("host.p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        ProcessBuilder command = new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-alias",
                "host",
                "-keyalg",
                "EC",
                "-dname",
                "CN=media.example",
                "-ext",
                "san=dns:media.example,dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString(),
                "-validity",
                "2");
        try {
            int exit = command.inheritIO().start().onExit().join().exitValue();
            if (exit != 0) {
                throw new IllegalStateException("keytool made no certificate: exit " + exit);
            }
            return store;
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    @Override
    public void close() {
        client.closeAndAwait();
        server.closeAndAwait();
    }
}
