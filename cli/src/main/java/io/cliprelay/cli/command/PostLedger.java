package io.cliprelay.cli.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.cliprelay.cli.api.ClipView;
import io.cliprelay.cli.api.UploadView;
import io.cliprelay.cli.stack.StackException;
import io.cliprelay.cli.terminal.Table;
import io.cliprelay.contracts.EventJson;
import io.cliprelay.contracts.upload.UploadState;

/** What the platforms really have, beside what was asked for: counted at the sandbox, not by us. */
record PostLedger(List<Entry> entries) {

    /** One upload and the number of its posts. */
    record Entry(String title, String target, String platform, String state, long posts) {}

    /** Asks the sandbox. Throws {@link StackException} where it does not answer. */
    static PostLedger of(URI sandbox, List<ClipView> clips) {
        return of(clips, posts(sandbox));
    }

    static PostLedger of(List<ClipView> clips, JsonNode posts) {
        Map<String, Long> counts = StreamSupport.stream(posts.spliterator(), false)
                .collect(Collectors.groupingBy(PostLedger::key, Collectors.counting()));
        return new PostLedger(
                clips.stream().flatMap(clip -> entries(clip, counts)).toList());
    }

    private static Stream<Entry> entries(ClipView clip, Map<String, Long> counts) {
        return clip.uploads().stream().map(upload -> entry(clip, upload, counts));
    }

    private static Entry entry(ClipView clip, UploadView upload, Map<String, Long> counts) {
        long posts = counts.getOrDefault(key(upload.platform(), clip.title()), 0L);
        return new Entry(
                clip.title(), upload.target(), upload.platform(), upload.state().name(), posts);
    }

    /** Whether each upload has one post, no less and no more, and is said to have it. */
    boolean onePostEach() {
        return entries.stream()
                .allMatch(entry -> entry.posts() == 1 && entry.state().equals(UploadState.PUBLISHED.name()));
    }

    List<String> lines() {
        Table table = new Table("TITLE", "TO", "STATE", "POSTS");
        entries.forEach(entry -> table.row(entry.title(), entry.target(), entry.state(), entry.posts()));
        return Stream.concat(
                        table.lines().stream(),
                        Stream.of(
                                "",
                                onePostEach()
                                        ? "One post each: %d uploads, %d posts.".formatted(entries.size(), sum())
                                        : "NOT one post each: %d uploads, %d posts.".formatted(entries.size(), sum())))
                .toList();
    }

    private long sum() {
        return entries.stream().mapToLong(Entry::posts).sum();
    }

    /** Platforms with one text show title, description and hashtags in it; the title is its first line. */
    private static String key(JsonNode post) {
        return key(
                post.path("platform").asText(),
                post.path("title").asText().lines().findFirst().orElse(""));
    }

    private static String key(String platform, String title) {
        return platform + " " + title;
    }

    private static JsonNode posts(URI sandbox) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(sandbox.resolve("/sandbox/posts")).build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return EventJson.mapper().readTree(answer.body());
        } catch (IOException unreachable) {
            throw new StackException("The sandbox does not show its posts", unreachable);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new StackException("The ledger was interrupted", stop);
        }
    }
}
