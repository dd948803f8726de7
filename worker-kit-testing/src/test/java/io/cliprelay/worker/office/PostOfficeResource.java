package io.cliprelay.worker.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import io.cliprelay.worker.testing.Sandbox;
import io.cliprelay.worker.testing.SandboxedWorker;

/** The post office, and a worker that reaches it through the place of the fault proxy. */
public class PostOfficeResource implements QuarkusTestResourceLifecycleManager {

    private PostOffice office;

    @Override
    public Map<String, String> start() {
        office = PostOffice.open();
        int port = freePort();
        String proxy = "http://127.0.0.1:" + port;
        return Map.of(
                Sandbox.URL,
                office.url(),
                SandboxedWorker.PROXY_PORT,
                Integer.toString(port),
                "quarkus.rest-client.postcard.url",
                proxy,
                "quarkus.oidc-client.token-path",
                proxy + "/token");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void stop() {
        if (office != null) {
            office.close();
        }
    }
}
