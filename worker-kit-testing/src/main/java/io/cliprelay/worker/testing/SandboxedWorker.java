package io.cliprelay.worker.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The packaged sandbox in a process of its own, and a worker that reaches it through the place of the fault proxy. */
public class SandboxedWorker implements QuarkusTestResourceLifecycleManager {

    /** The port that the worker believes the platform at. */
    public static final String PROXY_PORT = "cliprelay.test.proxy-port";

    private SandboxProcess sandbox;

    @Override
    public Map<String, String> start() {
        sandbox = SandboxProcess.start();
        int port = freePort();
        return Map.of(
                Sandbox.URL,
                sandbox.url(),
                PROXY_PORT,
                Integer.toString(port),
                "CLIPRELAY_SANDBOX_URL",
                "http://127.0.0.1:" + port,
                "cliprelay.media.roots",
                System.getProperty("java.io.tmpdir"));
    }

    private static int freePort() {
        try {
            return SandboxProcess.freePort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
