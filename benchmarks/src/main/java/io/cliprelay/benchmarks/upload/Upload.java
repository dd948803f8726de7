package io.cliprelay.benchmarks.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.cliprelay.benchmarks.Arguments;
import io.cliprelay.benchmarks.Figures;
import io.cliprelay.benchmarks.Measure;
import io.cliprelay.benchmarks.MeasuredStack;
import io.cliprelay.benchmarks.Percentiles;

/** The worker's way of one large file over TLS, beside curl and Google's own client, in turns. */
public final class Upload implements Measure {

    private static final String CURL = "curl";
    private static final String GOOGLE = "google";
    private static final String WORKER = "worker";

    private static final double RATE_TO_CURL = 0.65;
    private static final double RATE_TO_GOOGLE = 1.8;
    private static final double CPU_TO_CURL = 1.4;
    private static final double CPU_TO_GOOGLE = 0.5;
    private static final double RSS = 280;

    /** So many until the rates of the JVMs are seen to rise no more. */
    private static final int UNCOUNTED = 3;

    @Override
    public String purpose() {
        return "[--rounds 5] [--gib 4]: one file over TLS by the YouTube worker, by curl and by Google's client";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws Exception {
        int rounds = (int) arguments.number("rounds", 5);
        long bytes = arguments.number("gib", 4) << 30;
        arguments.nothingElse();
        Path folder = Files.createTempDirectory("cliprelay-sink-");
        Certificate certificate = Certificate.make(folder);
        try (SinkProcess sink = SinkProcess.start(certificate);
                MeasuredStack stack = MeasuredStack.prepare(options -> WorkerSender.options(options, sink));
                GoogleSender google = GoogleSender.start(sink)) {
            stack.start();
            stack.awaitAccount();
            WorkerSender worker = new WorkerSender(sink, stack);
            Map<String, Sender> senders = new LinkedHashMap<>();
            senders.put(CURL, new CurlSender(sink));
            senders.put(WORKER, worker);
            senders.put(GOOGLE, google);
            Path file = stack.video("large.mp4", bytes);
            warmUp(senders, file);
            tell(rounds(senders, file, rounds, figures), figures);
            figures.print("upload.worker.native_tls", worker.encryptsNatively() ? 1 : 0, "");
        } finally {
            Files.delete(certificate.pem());
            Files.delete(certificate.store());
            Files.delete(folder);
        }
    }

    /** Rounds that are not counted: the file gets into the page cache, and both JVMs and the sink's compile their code. */
    private static void warmUp(Map<String, Sender> senders, Path file) throws IOException {
        for (int round = 0; round < UNCOUNTED; round++) {
            for (Sender sender : senders.values()) {
                sender.send(file);
            }
        }
    }

    private static Map<String, List<Taken>> rounds(Map<String, Sender> senders, Path file, int rounds, Figures figures)
            throws IOException {
        Map<String, List<Taken>> taken = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<String, Sender> sender : senders.entrySet()) {
                Taken one = sender.getValue().send(file);
                taken.computeIfAbsent(sender.getKey(), first -> new ArrayList<>())
                        .add(one);
                figures.note("upload: round %d, %s: %.0f MiB/s, %.2f s of CPU per GiB, %.0f MiB resident"
                        .formatted(round, sender.getKey(), one.rate(), one.cpuPerGib(), one.rss()));
            }
        }
        return taken;
    }

    private static void tell(Map<String, List<Taken>> taken, Figures figures) {
        taken.keySet().forEach(who -> {
            figures.print("upload." + who + ".rate", median(taken, who, Taken::rate), "MiB/s");
            figures.print("upload." + who + ".cpu", median(taken, who, Taken::cpuPerGib), "s/GiB");
        });
        figures.printAtLeast("upload.rate_to_curl", ratio(taken, CURL, Taken::rate), "x", RATE_TO_CURL);
        figures.printAtLeast("upload.rate_to_google", ratio(taken, GOOGLE, Taken::rate), "x", RATE_TO_GOOGLE);
        figures.print("upload.cpu_to_curl", ratio(taken, CURL, Taken::cpuPerGib), "x", CPU_TO_CURL);
        figures.print("upload.cpu_to_google", ratio(taken, GOOGLE, Taken::cpuPerGib), "x", CPU_TO_GOOGLE);
        figures.print("upload.google.rss", median(taken, GOOGLE, Taken::rss), "MiB");
        figures.print("upload.worker.rss", median(taken, WORKER, Taken::rss), "MiB", RSS);
    }

    private static double ratio(Map<String, List<Taken>> taken, String other, ToDoubleFunction<Taken> of) {
        return median(taken, WORKER, of) / median(taken, other, of);
    }

    private static double median(Map<String, List<Taken>> taken, String who, ToDoubleFunction<Taken> of) {
        return new Percentiles(taken.get(who).stream().map(of::applyAsDouble).toList()).at(50);
    }
}
