package io.cliprelay.cli.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.UnreadableEventException;
import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.contracts.clip.ClipSubmission.Schedule;
import io.cliprelay.contracts.problem.Problem;
import io.cliprelay.contracts.upload.Settlement;

/**
 * Speaks the gateway's HTTP API. Every method blocks, and throws {@link GatewayException} if the gateway refuses or cannot be
 * reached. Thread-safe.
 */
public final class GatewayClient {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final String KEY_VARIABLE = "CLIPRELAY_API_KEY";

    private final URI gateway;
    private final Optional<String> apiKey;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * With the API key of the environment variable {@code CLIPRELAY_API_KEY}, if there is one.
     *
     * @param gateway such as {@code http://127.0.0.1:8080}
     */
    public GatewayClient(URI gateway) {
        this(gateway, keyFromEnvironment());
    }

    /** The API key of the environment variable {@code CLIPRELAY_API_KEY}. */
    public static Optional<String> keyFromEnvironment() {
        return Optional.ofNullable(System.getenv(KEY_VARIABLE)).filter(key -> !key.isBlank());
    }

    /** @param apiKey sent with each request; empty where the gateway wants none */
    public GatewayClient(URI gateway, Optional<String> apiKey) {
        this.gateway = gateway;
        this.apiKey = apiKey;
    }

    /**
     * Hands in a clip.
     *
     * @param key the same key with the same clip is the same submission, however often it is sent
     */
    public ClipView submit(ClipSubmission clip, String key) {
        HttpRequest request = request("/v1/clips")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(EventJson.encode(clip)))
                .build();
        return read(request, ClipView.class);
    }

    /** What would become of a clip; nothing is stored. */
    public PreviewView preview(ClipSubmission clip) {
        return post("/v1/clips?dryRun=true", clip, PreviewView.class);
    }

    /**
     * Hands in many clips.
     *
     * @param mediaType that of {@code body}: a JSON array, newline-delimited JSON or CSV
     * @param key the same key with the same clips is the same submission, however often it is sent
     */
    public BatchView submitAll(String body, String mediaType, String key) {
        HttpRequest request = request("/v1/clips/batch")
                .header("Content-Type", mediaType)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
        return read(request, BatchView.class);
    }

    public ClipView clip(UUID id) {
        return read(request("/v1/clips/" + id).build(), ClipView.class);
    }

    /** The newest clips, or those after {@code cursor}. */
    public ClipPage clips(int limit, Optional<String> cursor) {
        return clips(limit, cursor, Map.of());
    }

    /** The same of those that {@code filters} let through, by the names of the gateway's parameters. */
    public ClipPage clips(int limit, Optional<String> cursor, Map<String, String> filters) {
        Map<String, String> question = new TreeMap<>(filters);
        cursor.ifPresent(value -> question.put("cursor", value));
        String others = question.isEmpty() ? "" : "&" + query(question);
        return read(request("/v1/clips?limit=" + limit + others).build(), ClipPage.class);
    }

    public List<AccountView> accounts() {
        return read(request("/v1/accounts").build(), AccountPage.class).items();
    }

    /** All slots, each with the next {@code count} instants. */
    public List<SlotPlan> slots(int count) {
        return read(request("/v1/slots?count=" + count).build(), SlotPlan.Page.class)
                .items();
    }

    /** Sets the slots of an account; of all that have none of their own where none is given. */
    public SlotPlan putSlots(Optional<UUID> account, List<SlotPlan.Slot> slots) {
        HttpRequest request = request(slotsOf(account))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(EventJson.encode(slots)))
                .build();
        return read(request, SlotPlan.class);
    }

    /** Takes them away. */
    public void clearSlots(Optional<UUID> account) {
        HttpRequest request = request(slotsOf(account)).DELETE().build();
        HttpResponse<String> response = send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw refusal(request, response.statusCode(), response.body());
        }
    }

    private static String slotsOf(Optional<UUID> account) {
        return account.map(id -> "/v1/slots/" + id).orElse("/v1/slots");
    }

    /** The ids of the platforms that can be published to. */
    public List<String> platforms() {
        return read(request("/v1/platforms").build(), PlatformPage.class).items().stream()
                .map(PlatformPage.PlatformView::platform)
                .toList();
    }

    /**
     * Asks for numbers.
     *
     * @param report summary, platforms, history, errors, lateness or content
     * @param question what the answer shall be about, by the names of the gateway's parameters
     * @return the answer as it came, in JSON or CSV
     */
    public String statistics(String report, Map<String, String> question) {
        HttpRequest request =
                request("/v1/analytics/" + report + "?" + query(question)).build();
        HttpResponse<String> response = send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw refusal(request, response.statusCode(), response.body());
        }
        return response.body();
    }

    private static String query(Map<String, String> question) {
        return question.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Has the numbers of all tenants made anew from Kafka; returns when that has begun. */
    public RebuildView rebuildStatistics() {
        return read(order("/v1/analytics/rebuild"), RebuildView.class);
    }

    /** How far the latest rebuild is. */
    public RebuildView latestRebuild() {
        return read(request("/v1/analytics/rebuild").build(), RebuildView.class);
    }

    /** What it knows of API keys. */
    public KeyCalls keys() {
        return new KeyCalls(this);
    }

    /** What it knows of webhooks. */
    public WebhookCalls webhooks() {
        return new WebhookCalls(this);
    }

    /** Says what became of an unconfirmed upload. */
    public void settle(UUID upload, Settlement settlement) {
        HttpRequest request = request("/v1/uploads/" + upload + "/settle")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(EventJson.encode(settlement)))
                .build();
        answer(request);
    }

    /** Has a clip not go out, as far as it is not out already. */
    public ChangeView cancel(UUID clip) {
        return read(request("/v1/clips/" + clip).DELETE().build(), ChangeView.class);
    }

    /** Has a clip wait until it is resumed. */
    public ChangeView pause(UUID clip) {
        return read(order("/v1/clips/" + clip + "/pause"), ChangeView.class);
    }

    /** Lets a paused clip go out. */
    public ChangeView resume(UUID clip) {
        return read(order("/v1/clips/" + clip + "/resume"), ChangeView.class);
    }

    /** Has a failed upload tried again. */
    public ChangeView retry(UUID upload) {
        return read(order("/v1/uploads/" + upload + "/retry"), ChangeView.class);
    }

    /** Gives a clip another time, whatever it was when this was called. */
    public ClipView reschedule(UUID clip, Schedule schedule) {
        String body = EventJson.encode(Map.of("schedule", schedule));
        HttpRequest request = request("/v1/clips/" + clip)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "*")
                .method("PATCH", BodyPublishers.ofString(body))
                .build();
        return read(request, ClipView.class);
    }

    /** Why an upload stands where it stands. */
    public ExplanationView explanation(UUID upload) {
        return read(request("/v1/uploads/" + upload + "/explanation").build(), ExplanationView.class);
    }

    /** What was tried of an upload so far. */
    public List<ExplanationView.Attempt> attempts(UUID upload) {
        return read(request("/v1/uploads/" + upload + "/attempts").build(), ExplanationView.Attempts.class)
                .items();
    }

    private HttpRequest order(String path) {
        return request(path).POST(BodyPublishers.noBody()).build();
    }

    /** Tells {@code listener} what happens to a clip until the gateway ends the stream or it breaks. */
    public void follow(UUID clip, Consumer<ClipSignal> listener) {
        HttpRequest request = authorized("/v1/clips/" + clip + "/events")
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> response = send(request, BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            if (response.statusCode() != 200) {
                throw refusal(request, response.statusCode(), String.join("\n", lines.toList()));
            }
            EventReader reader = new EventReader();
            lines.forEach(line -> reader.accept(line).forEach(listener));
        } catch (UncheckedIOException e) {
            throw GatewayException.unreachable(gateway, e);
        }
    }

    HttpRequest.Builder request(String path) {
        return authorized(path).timeout(LIMIT).header("Accept", "application/json, text/csv, application/problem+json");
    }

    private HttpRequest.Builder authorized(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path));
        apiKey.ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return request;
    }

    /** POSTs {@code body} as JSON. */
    <T> T post(String path, Object body, Class<T> type) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(EventJson.encode(body)))
                .build();
        return read(request, type);
    }

    <T> T read(HttpRequest request, Class<T> type) {
        return EventJson.decode(answer(request), type);
    }

    /** The body of the answer, which may be empty. */
    String answer(HttpRequest request) {
        HttpResponse<String> response = send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw refusal(request, response.statusCode(), response.body());
        }
        return response.body();
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw GatewayException.unreachable(gateway, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GatewayException.unreachable(gateway, e);
        }
    }

    private static GatewayException refusal(HttpRequest request, int status, String body) {
        try {
            return GatewayException.refused(EventJson.decode(body, Problem.class));
        } catch (UnreadableEventException e) {
            return GatewayException.unclear(request.method() + " " + request.uri(), status, body);
        }
    }
}
