package io.cliprelay.gateway.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads server-sent events as they come, and keeps every line. */
final class Watcher implements AutoCloseable {

    private static final Pattern STATE = Pattern.compile("\"state\":\"(\\w+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> reading;

    private Watcher(URI uri) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Accept", "text/event-stream")
                .build();
        reading = client.sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .thenAccept(response -> response.body().forEach(lines::add));
    }

    static Watcher of(URI uri) {
        return new Watcher(uri);
    }

    /** The data of the events of that name. */
    List<String> named(String name) {
        List<String> all = List.copyOf(lines);
        return IntStream.range(0, all.size())
                .filter(line -> all.get(line).replace(" ", "").equals("event:" + name))
                .mapToObj(line -> data(all, line))
                .toList();
    }

    List<String> states() {
        return named("upload").stream()
                .map(STATE::matcher)
                .filter(Matcher::find)
                .map(state -> state.group(1))
                .toList();
    }

    long comments() {
        return lines.stream().filter(line -> line.startsWith(":")).count();
    }

    boolean ended() {
        return reading.isDone();
    }

    private static String data(List<String> all, int from) {
        return all.stream()
                .skip(from)
                .filter(line -> line.startsWith("data:"))
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
