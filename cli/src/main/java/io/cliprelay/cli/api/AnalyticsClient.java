package io.cliprelay.cli.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.UnreadableEventException;
import io.cliprelay.contracts.problem.Problem;

/**
 * Speaks to the analytics service itself, for what its operator may do and no tenant. Every method blocks, and throws
 * {@link GatewayException} if the service refuses or cannot be reached. Thread-safe.
 */
public final class AnalyticsClient {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final URI rebuild;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param analytics such as {@code http://127.0.0.1:8082} */
    public AnalyticsClient(URI analytics) {
        this.rebuild = analytics.resolve("/analytics/rebuild");
    }

    /** Has the numbers made anew from Kafka; returns when that has begun. */
    public RebuildView rebuild() {
        return send(HttpRequest.newBuilder(rebuild).POST(BodyPublishers.noBody()));
    }

    /** How far the latest rebuild is. */
    public RebuildView latest() {
        return send(HttpRequest.newBuilder(rebuild));
    }

    private RebuildView send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw refusal(answer);
            }
            return EventJson.decode(answer.body(), RebuildView.class);
        } catch (IOException unreachable) {
            throw GatewayException.unreachable("analytics service", rebuild, unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw GatewayException.unreachable("analytics service", rebuild, interrupted);
        }
    }

    private static GatewayException refusal(HttpResponse<String> answer) {
        try {
            return GatewayException.refused(EventJson.decode(answer.body(), Problem.class));
        } catch (UnreadableEventException unclear) {
            return GatewayException.unclear(answer.uri().toString(), answer.statusCode(), answer.body());
        }
    }
}
