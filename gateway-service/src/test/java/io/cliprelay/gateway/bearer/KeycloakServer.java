package io.cliprelay.gateway.bearer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import static org.awaitility.Awaitility.await;

/** A Keycloak of its own with the realm of {@code keycloak-realm.json}, on a free port, forgetting all when it stops. */
public class KeycloakServer implements QuarkusTestResourceLifecycleManager {

    /** Where the profile {@code keycloak} has unpacked it. */
    static final String HOME = "cliprelay.keycloak.home";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Process process;

    @Override
    public Map<String, String> start() {
        Path home = Path.of(System.getProperty(HOME));
        int port = freePort();
        importRealm(home);
        process = run(home, port);
        String realm = "http://127.0.0.1:" + port + "/realms/cliprelay";
        await().atMost(PATIENCE).until(() -> answers(URI.create(realm)));
        return Map.of(
                "cliprelay.oidc.enabled",
                "true",
                "cliprelay.oidc.roles-claim",
                "realm_access/roles",
                "quarkus.oidc.auth-server-url",
                realm,
                "test.keycloak.tokens",
                realm + "/protocol/openid-connect/token");
    }

    private static Process run(Path home, int port) {
        List<String> command = List.of(
                "bash",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--cache=local");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("keycloak.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void importRealm(Path home) {
        try (InputStream realm = KeycloakServer.class.getResourceAsStream("/keycloak-realm.json")) {
            Path folder = Files.createDirectories(home.resolve("data/import"));
            Files.copy(realm, folder.resolve("cliprelay-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean answers(URI realm) throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("Keycloak ended during its start; see keycloak.log in its folder");
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(realm).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void stop() {
        if (process != null) {
            // The script has the server as its child.
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
