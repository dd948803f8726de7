package io.cliprelay.gateway.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;

import io.cliprelay.contracts.EventJson;

/** Reads server-sent events as they come, as a browser's EventSource would, and keeps them. */
final class Watcher implements AutoCloseable {

    /** One event; {@code id} is absent where it has none of its own. */
    record Event(Optional<String> id, String name, JsonNode data, Instant at) {

        /** What happened, such as {@code upload.published}; the event's name where it tells of no happening. */
        String type() {
            return data.path("type").asText(name);
        }

        String state() {
            return data.at("/data/upload/state").asText();
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger comments = new AtomicInteger();
    private final CompletableFuture<Integer> reading;

    private String id;
    private String name = "";
    private final StringBuilder data = new StringBuilder();

    private Watcher(URI uri, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "text/event-stream");
        headers.forEach(request::header);
        reading = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                .thenApply(response -> {
                    response.body().forEach(this::line);
                    return response.statusCode();
                });
    }

    static Watcher of(URI uri) {
        return new Watcher(uri, Map.of());
    }

    static Watcher of(URI uri, Map<String, String> headers) {
        return new Watcher(uri, headers);
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    /** The events of that name. */
    List<Event> named(String wanted) {
        return events.stream().filter(event -> event.name().equals(wanted)).toList();
    }

    /** What happened, in the order in which it was told. */
    List<String> happened() {
        return events.stream()
                .filter(event -> List.of("clip", "upload").contains(event.name()))
                .map(Event::type)
                .toList();
    }

    List<String> ids() {
        return events.stream().flatMap(event -> event.id().stream()).toList();
    }

    String lastId() {
        return ids().getLast();
    }

    int comments() {
        return comments.get();
    }

    boolean ended() {
        return reading.isDone();
    }

    private void line(String line) {
        if (line.startsWith(":")) {
            comments.incrementAndGet();
        } else if (line.isEmpty()) {
            complete();
        } else {
            int colon = line.indexOf(':');
            field(line.substring(0, colon), line.substring(colon + 1).strip());
        }
    }

    private void field(String field, String value) {
        switch (field) {
            case "id" -> id = value;
            case "event" -> name = value;
            case "data" -> data.append(value);
            default -> throw new IllegalStateException("no field of the standard's: " + field);
        }
    }

    private void complete() {
        if (!data.isEmpty()) {
            events.add(new Event(
                    Optional.ofNullable(id), name, EventJson.decode(data.toString(), JsonNode.class), Instant.now()));
        }
        id = null;
        name = "";
        data.setLength(0);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
