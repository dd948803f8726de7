package io.cliprelay.cli.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import io.cliprelay.localstack.LocalStackMain;
import io.cliprelay.localstack.ReadyFile;

/** Asks the parts how they are: services by HTTP, the local stack by its ready file. */
final class HealthProbe {

    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final StackHome home;

    HealthProbe(StackHome home) {
        this.home = home;
    }

    Health of(StackState state, String part) {
        return state.process(part)
                .filter(note -> note.running().isPresent())
                .map(note -> isReady(note, state.ports()) ? Health.HEALTHY : Health.STARTING)
                .orElse(Health.STOPPED);
    }

    private boolean isReady(ProcessNote note, StackPorts ports) {
        return note.name().equals(StackPart.LOCAL_STACK)
                ? localStackIsReady(note)
                : ports.url(note.name()).filter(this::saysReady).isPresent();
    }

    private boolean localStackIsReady(ProcessNote note) {
        try {
            return ReadyFile.read(home.localStackData().resolve(LocalStackMain.READY_FILE))
                    .filter(ready -> ready.pid() == note.pid())
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean saysReady(URI service) {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/q/health/ready"))
                .timeout(LIMIT)
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
