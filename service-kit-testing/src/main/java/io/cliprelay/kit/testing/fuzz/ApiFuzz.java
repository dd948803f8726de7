package io.cliprelay.kit.testing.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Sends an API requests that are made up from its own description, and reports what must never be.
 *
 * @param api where it is
 * @param callers who take turns
 * @param atOnce requests on their way
 * @param patience after which an answer that has not come counts as hanging
 * @param tolerated codes of problems with a status from 500 that are in order, as of services that are not there
 */
public record ApiFuzz(URI api, List<Caller> callers, int atOnce, Duration patience, Set<String> tolerated) {

    /**
     * One of those who call.
     *
     * @param key sent with each request
     * @param known what there is to be referred to, by the name of what refers to it
     * @param foreign texts that must never be told to this caller; none of them is sent
     */
    public record Caller(String key, Map<String, List<String>> known, List<String> foreign) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Returns after so many requests; blocks. */
    public FuzzFindings run(int requests, long seed) throws IOException, InterruptedException {
        FuzzFindings findings = new FuzzFindings();
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(patience)
                        .build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            RequestGenerator generator = new RequestGenerator(description(client), seed);
            Semaphore places = new Semaphore(atOnce);
            for (int request = 0; request < requests; request++) {
                Caller caller = callers.get(request % callers.size());
                FuzzRequest next = generator.next(caller.known());
                places.acquire();
                threads.execute(() -> {
                    try {
                        send(client, caller, next, findings);
                    } finally {
                        places.release();
                    }
                });
            }
        }
        return findings;
    }

    private JsonNode description(HttpClient client) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(api.resolve("/q/openapi?format=json")).build();
        return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    private void send(HttpClient client, Caller caller, FuzzRequest request, FuzzFindings findings) {
        try {
            HttpResponse<InputStream> response = client.send(outgoing(caller, request), BodyHandlers.ofInputStream());
            String answer = answer(response);
            findings.answered(response.statusCode());
            if (response.statusCode() >= 500 && tolerated.stream().noneMatch(answer::contains)) {
                findings.failed(request, response.statusCode(), answer);
            }
            if (caller.foreign().stream().anyMatch(answer::contains)) {
                findings.leaked(request, answer);
            }
        } catch (HttpTimeoutException late) {
            findings.hung(request);
        } catch (IOException | InterruptedException cut) {
            findings.cut(request, cut);
        }
    }

    private HttpRequest outgoing(Caller caller, FuzzRequest request) {
        HttpRequest.Builder outgoing = HttpRequest.newBuilder(api.resolve(request.target()))
                .timeout(patience)
                .method(
                        request.method(),
                        request.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        request.headers().forEach(outgoing::setHeader);
        return outgoing.setHeader("Authorization", "Bearer " + caller.key()).build();
    }

    /** All of it, but of a stream, which does not end, nothing. */
    private static String answer(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            boolean stream = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith("text/event-stream"))
                    .isPresent();
            return stream ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
