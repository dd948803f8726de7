package io.cliprelay.kit.log;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Takes the log over OTLP (HTTP, protobuf), as a collector does; into a file, in which protobuf leaves texts as they are. */
public class OtlpLogResource implements QuarkusTestResourceLifecycleManager {

    static final Path RECEIVED = Path.of("target", "received-log");

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            Files.deleteIfExists(RECEIVED);
            Files.createFile(RECEIVED);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        server.createContext("/v1/logs", OtlpLogResource::take);
        server.start();
        return Map.of(
                "quarkus.otel.exporter.otlp.logs.endpoint",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "quarkus.otel.exporter.otlp.logs.protocol",
                "http/protobuf");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void take(HttpExchange exchange) throws IOException {
        try (OutputStream file = Files.newOutputStream(RECEIVED, StandardOpenOption.APPEND)) {
            exchange.getRequestBody().transferTo(file);
        }
        exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }
}
