package io.cliprelay.benchmarks.listing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.cliprelay.benchmarks.Arguments;
import io.cliprelay.benchmarks.Figures;
import io.cliprelay.benchmarks.Measure;
import io.cliprelay.benchmarks.MeasuredStack;
import io.cliprelay.benchmarks.Percentiles;
import io.cliprelay.cli.stack.StackPart;
import io.cliprelay.localstack.EmbeddedDatabase;

/** Every page of a list of a million clips, from the first to the last; and as many pages of it by some filters. */
public final class Listing implements Measure {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAGE = "/v1/clips?limit=100";

    /** What a caller asks for, and how many pages of it are looked at. */
    private static final Map<String, String> FILTERS = filters();

    private static final int FILTERED_PAGES = 1_000;
    private static final int WARM_UP = 500;

    private static Map<String, String> filters() {
        Map<String, String> filters = new LinkedHashMap<>();
        filters.put("state", "&state=scheduled");
        filters.put("platform", "&platform=tiktok");
        filters.put("tag", "&tag=rare");
        filters.put("state_and_tag", "&state=published&tag=rare");
        filters.put("due", "&dueFrom=2020-01-01T00:00:00Z&dueTo=2100-01-01T00:00:00Z");
        return filters;
    }

    @Override
    public String purpose() {
        return "[--clips 1000000]: every page of a long list, and pages by filters";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws Exception {
        int clips = (int) arguments.number("clips", 1_000_000);
        arguments.nothingElse();
        try (MeasuredStack stack = MeasuredStack.prepare(options ->
                options.withWorkers(Set.of()).withJvmFlags(StackPart.GATEWAY, List.of("-XX:TieredStopAtLevel=4")))) {
            stack.start();
            fill(stack, clips);
            Reader reader = new Reader(
                    stack.stack().url(StackPart.GATEWAY), stack.stack().apiKey().orElseThrow());
            reader.pages("", WARM_UP);
            Pages all = reader.pages("", Integer.MAX_VALUE);
            figures.never("listing.missing", clips - all.clips(), "clips");
            print("listing.all", all, figures);
            for (Map.Entry<String, String> filter : FILTERS.entrySet()) {
                print("listing." + filter.getKey(), reader.pages(filter.getValue(), FILTERED_PAGES), figures);
            }
        }
    }

    private static void fill(MeasuredStack stack, int clips) throws Exception {
        String address = "jdbc:postgresql://localhost:" + stack.stack().ports().database() + "/gateway";
        try (Connection database =
                DriverManager.getConnection(address, EmbeddedDatabase.USER, EmbeddedDatabase.PASSWORD)) {
            ManyClips.in(database, clips);
        }
    }

    private static void print(String name, Pages pages, Figures figures) {
        Percentiles millis = new Percentiles(pages.millis());
        figures.print(name + ".pages", pages.millis().size(), "pages");
        figures.print(name + ".p50", millis.at(50), "ms");
        figures.print(name + ".p99", millis.at(99), "ms", 50);
        figures.print(name + ".max", millis.at(100), "ms");
    }

    /** How long each page took, and how many clips were on all of them. */
    private record Pages(List<Double> millis, int clips) {}

    private record Reader(HttpClient client, URI gateway, String key) {

        Reader(URI gateway, String key) {
            this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), gateway, key);
        }

        /** From the first one on, at most so many. */
        Pages pages(String filter, int most) throws IOException, InterruptedException {
            List<Double> millis = new ArrayList<>();
            int clips = 0;
            Optional<String> cursor = Optional.of("");
            while (cursor.isPresent() && millis.size() < most) {
                long start = System.nanoTime();
                JsonNode page = page(filter + cursor.get());
                millis.add((System.nanoTime() - start) / 1e6);
                clips += page.path("items").size();
                cursor =
                        Optional.ofNullable(page.path("nextCursor").textValue()).map(text -> "&cursor=" + text);
            }
            return new Pages(millis, clips);
        }

        private JsonNode page(String query) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(gateway.resolve(PAGE + query))
                    .header("Authorization", "Bearer " + key)
                    .build();
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("a page was answered " + response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body());
        }
    }
}
