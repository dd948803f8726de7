package io.cliprelay.benchmarks.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.cliprelay.benchmarks.Arguments;
import io.cliprelay.benchmarks.Figures;
import io.cliprelay.benchmarks.Measure;
import io.cliprelay.benchmarks.MeasuredStack;
import io.cliprelay.benchmarks.Percentiles;
import io.cliprelay.benchmarks.ProcessReading;
import io.cliprelay.cli.api.ClipView;
import io.cliprelay.cli.stack.PartStatus;
import io.cliprelay.cli.stack.StackPart;
import io.cliprelay.contracts.clip.Privacy;

/**
 * Many open event streams: what the gateway takes for them while little happens, and how soon readers have what does.
 * Nine of ten read one clip's, ten a clip; the others read all that happens.
 */
public final class Streams implements Measure {

    private static final Duration SETTLING = Duration.ofSeconds(20);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(500);
    private static final int READERS_OF_A_CLIP = 10;
    private static final int WARM_UP = 20;
    private static final int EVENTS = 60;

    @Override
    public String purpose() {
        return "a thousand open event streams: CPU, memory, event to reader";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws Exception {
        int streams = (int) arguments.number("streams", 1000);
        arguments.nothingElse();
        try (MeasuredStack stack =
                MeasuredStack.prepare(options -> options.withWorkers(Set.of(MeasuredStack.WORKER)))) {
            stack.start();
            stack.awaitAccount();
            List<ClipView> clips = clips(stack, streams * 9 / 10 / READERS_OF_A_CLIP);
            rest(SETTLING);
            Rest before = Rest.of(stack);
            try (Readers readers = new Readers(
                    stack.stack().url(StackPart.GATEWAY), stack.stack().apiKey(), streams)) {
                open(readers, clips, streams);
                rest(SETTLING);
                Rest with = Rest.of(stack);
                figures.print("streams.open", readers.open(), "streams");
                figures.print("streams.cpu", with.cpu() - before.cpu(), "%_of_one_core", 10);
                figures.print("streams.rss", (with.rss() - before.rss()) * 1e6 / (1 << 20), "MiB", 100);
                happen(stack, clips, readers, streams, figures);
                figures.never("streams.ended", readers.ended(), "streams");
            }
        }
    }

    /** All of them are to go out much later. */
    private static List<ClipView> clips(MeasuredStack stack, int count) throws Exception {
        Path video = stack.video("clip.mp4", 100_000);
        Optional<Instant> later = Optional.of(Instant.now().plus(Duration.ofDays(1)));
        return IntStream.range(0, count)
                .mapToObj(n -> stack.gateway()
                        .submit(
                                MeasuredStack.clip(video, "Clip " + n, later, "youtube", Privacy.PRIVATE),
                                UUID.randomUUID().toString()))
                .toList();
    }

    private static void open(Readers readers, List<ClipView> clips, int streams) {
        clips.forEach(clip ->
                IntStream.range(0, READERS_OF_A_CLIP).forEach(n -> readers.read("/v1/clips/" + clip.id() + "/events")));
        IntStream.range(clips.size() * READERS_OF_A_CLIP, streams).forEach(n -> readers.read("/v1/events"));
        MeasuredStack.waitFor("all streams", LIMIT, () -> readers.open() == streams);
    }

    /** One upload after the other is told to be queued, as its worker would. */
    private static void happen(
            MeasuredStack stack, List<ClipView> clips, Readers readers, int streams, Figures figures) {
        int readersOfEach = streams - (clips.size() - 1) * READERS_OF_A_CLIP;
        List<ClipView> counted = clips.stream().skip(WARM_UP).limit(EVENTS).toList();
        tell(stack, clips.stream().limit(WARM_UP).toList(), readers, readersOfEach);
        figures.print("streams.event_to_reader.cold", new Percentiles(readers.delays()).at(100), "ms");
        readers.forget();
        double before = cpuSeconds(stack);
        long start = System.nanoTime();
        tell(stack, counted, readers, readersOfEach);
        int expected = counted.size() * readersOfEach;
        double seconds = (System.nanoTime() - start) / 1e9;
        Percentiles delays = new Percentiles(readers.delays());
        figures.print("streams.told", expected / seconds, "events/s");
        figures.print("streams.cpu_while_told", 100 * (cpuSeconds(stack) - before) / seconds, "%_of_one_core");
        figures.print("streams.event_to_reader.p50", delays.at(50), "ms");
        figures.print("streams.event_to_reader.max", delays.at(100), "ms");
        figures.print("streams.event_to_reader.p99", delays.at(99), "ms", 200);
        figures.never("streams.repeated", readers.delays().size() - expected, "events");
    }

    /** Returns when all their readers have it. */
    private static void tell(MeasuredStack stack, List<ClipView> clips, Readers readers, int readersOfEach) {
        try (QueuedUploads uploads = new QueuedUploads(stack.stack().ports().kafkaBootstrapServers())) {
            clips.forEach(clip -> {
                uploads.tell(clip);
                rest(BETWEEN_EVENTS);
            });
        }
        int expected = clips.size() * readersOfEach;
        MeasuredStack.waitFor("all to be read", LIMIT, () -> readers.delays().size() >= expected);
    }

    /** What the gateway takes while nothing happens. */
    private record Rest(double cpu, double rss) {

        static Rest of(MeasuredStack stack) {
            double before = cpuSeconds(stack);
            rest(REST);
            ProcessReading after = gateway(stack);
            return new Rest(100 * (after.cpuSeconds() - before) / REST.toSeconds(), after.rssMegabytes());
        }
    }

    private static double cpuSeconds(MeasuredStack stack) {
        return gateway(stack).cpuSeconds();
    }

    private static ProcessReading gateway(MeasuredStack stack) {
        PartStatus part = stack.stack().status().stream()
                .filter(each -> each.name().equals(StackPart.GATEWAY))
                .findFirst()
                .orElseThrow();
        return ProcessReading.of(part.name(), part.pid().orElseThrow());
    }

    private static void rest(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }
}
