package io.cliprelay.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.cliprelay.cli.stack.StackPart;

/** How long a clip takes from its POST to being live, and how punctual a scheduled one is. */
final class Latency implements Measure {

    private static final int CLIPS = 200;
    private static final int WARM_UP = 50;
    private static final int SCHEDULED = 100;
    private static final Duration BETWEEN_SCHEDULED = Duration.ofMillis(300);
    private static final long MEGABYTE = 1_000_000;

    @Override
    public String purpose() {
        return "POST to published, 1 MB clip, 200 times; scheduled instant to first byte";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws Exception {
        arguments.nothingElse();
        try (MeasuredStack stack = MeasuredStack.prepare(options -> options)) {
            stack.start();
            stack.awaitAccount();
            Path video = stack.video("clip.mp4", MEGABYTE);
            publishOneByOne(stack, video, WARM_UP);
            Percentiles published = new Percentiles(publishOneByOne(stack, video, CLIPS));
            figures.print("latency.post_to_published.p50", published.at(50), "ms", 500);
            figures.print("latency.post_to_published.p99", published.at(99), "ms", 1500);
            Percentiles late = new Percentiles(lateness(stack, video));
            figures.print("latency.due_to_first_byte.p50", late.at(50), "ms");
            figures.print("latency.due_to_first_byte.p99", late.at(99), "ms", 250);
        }
    }

    /** Milliseconds from sending the POST until the event stream tells of the publication, for each clip. */
    private static List<Double> publishOneByOne(MeasuredStack stack, Path video, int clips) {
        return IntStream.range(0, clips)
                .mapToObj(n -> publish(stack, video, "Clip " + n))
                .toList();
    }

    private static double publish(MeasuredStack stack, Path video, String title) {
        long start = System.nanoTime();
        UUID clip = stack.gateway()
                .submit(
                        MeasuredStack.clip(video, title, Optional.empty()),
                        UUID.randomUUID().toString())
                .id();
        stack.followUntilPublished(clip);
        return (System.nanoTime() - start) / 1e6;
    }

    /** Milliseconds from each due instant to the first byte of that clip's media at the sandbox. */
    private static List<Double> lateness(MeasuredStack stack, Path video) throws IOException {
        int before = uploads(stack).size();
        Instant first = Instant.now().plusSeconds(10);
        List<Instant> due = IntStream.range(0, SCHEDULED)
                .mapToObj(n -> first.plus(BETWEEN_SCHEDULED.multipliedBy(n)))
                .toList();
        List<UUID> clips = due.stream()
                .map(at -> stack.gateway()
                        .submit(
                                MeasuredStack.clip(video, "Due " + at, Optional.of(at)),
                                UUID.randomUUID().toString())
                        .id())
                .toList();
        clips.forEach(stack::followUntilPublished);
        List<Instant> firstBytes = uploads(stack).subList(before, before + SCHEDULED);
        // One clip at a time is due, so the n-th first byte belongs to the n-th instant.
        List<Double> late = new ArrayList<>();
        for (int n = 0; n < SCHEDULED; n++) {
            late.add(Duration.between(due.get(n), firstBytes.get(n)).toNanos() / 1e6);
        }
        return late;
    }

    /** When the first byte of each upload came, in that order, as the sandbox saw it. */
    private static List<Instant> uploads(MeasuredStack stack) throws IOException {
        URL requests = stack.stack()
                .url(StackPart.SANDBOX)
                .resolve("/sandbox/requests?last=10000")
                .toURL();
        try (InputStream body = requests.openStream()) {
            return firstBytes(new ObjectMapper().readTree(body));
        }
    }

    private static List<Instant> firstBytes(JsonNode requests) {
        return requests.valueStream()
                .filter(request -> request.path("operation").asText().equals("upload-chunk"))
                .map(request -> Instant.parse(request.path("firstByteAt").asText()))
                .sorted()
                .toList();
    }
}
