package io.cliprelay.cli.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A service made of a health address and what the gateway tells of platforms: stands in for the packaged ones, which are built after this module. */
public final class FakeService {

    private FakeService() {}

    /** Fails at once if told so, else serves on the port that the stack names. */
    public static void main(String[] arguments) throws IOException {
        if (System.getenv("FAKE_FAILURE") != null) {
            System.err.println("ERROR no database of that name: " + System.getenv("FAKE_FAILURE"));
            System.exit(1);
        }
        int port = Integer.parseInt(System.getenv("CLIPRELAY_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        serve(server, "/v1/platforms", "{\"items\":[{\"platform\":\"youtube\"}]}");
        serve(server, "/v1/accounts", "{\"items\":[{\"id\":\"1\",\"platform\":\"youtube\",\"name\":\"demo\"}]}");
        server.start();
        System.out.println("serves on " + port);
    }

    /** Nothing is known the first time, as while the workers' events are on their way. */
    private static void serve(HttpServer server, String path, String known) {
        AtomicInteger asked = new AtomicInteger();
        server.createContext(path, exchange -> {
            byte[] answer = (asked.getAndIncrement() == 0 ? "{\"items\":[]}" : known).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
    }

    /** Puts one where the build puts a packaged service. */
    static void install(Path project, String name) throws IOException {
        Path jar = project.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        Files.createDirectories(jar.getParent());
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            String entry = FakeService.class.getName().replace('.', '/') + ".class";
            out.putNextEntry(new ZipEntry(entry));
            try (InputStream code = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
                code.transferTo(out);
            }
        }
    }
}
