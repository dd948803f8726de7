package io.cliprelay.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.cliprelay.cli.stack.StackPart;

/**
 * What recording and exporting every span costs of the clips that go from the POST to being published in a second. Two
 * stacks take turns, one that exports to a collector which only counts, and one that records nothing.
 */
final class Tracing implements Measure {

    private static final long MEGABYTE = 1_000_000;

    @Override
    public String purpose() {
        return "[--uploads 300] [--rounds 3]: what full tracing costs of the clips published in a second";
    }

    @Override
    public void take(Arguments arguments, Figures figures) throws Exception {
        int uploads = (int) arguments.number("uploads", 300);
        int rounds = (int) arguments.number("rounds", 3);
        arguments.nothingElse();
        AtomicLong spans = new AtomicLong();
        HttpServer collector = collector(spans);
        List<Double> plain = new ArrayList<>();
        List<Double> traced = new ArrayList<>();
        try {
            for (int round = 0; round < rounds; round++) {
                plain.add(rate(uploads, Map.of()));
                traced.add(rate(uploads, exportingTo(collector)));
            }
        } finally {
            collector.stop(0);
        }
        double without = new Percentiles(plain).at(50);
        double with = new Percentiles(traced).at(50);
        figures.print("tracing.exported", spans.get() / 1e6, "MB");
        figures.print("tracing.off", without, "clips/s");
        figures.print("tracing.full", with, "clips/s");
        figures.print("tracing.cost", 100 * (1 - with / without), "%", 10);
    }

    /** From the first POST until the last is published, after as many that warm it up. */
    private static double rate(int uploads, Map<String, String> different) throws Exception {
        try (MeasuredStack stack = MeasuredStack.prepare(options -> Stream.of(
                        StackPart.GATEWAY, StackPart.SCHEDULER, StackPart.ANALYTICS, MeasuredStack.WORKER)
                .reduce(options, (some, part) -> some.withEnvironment(part, different), (some, same) -> some))) {
            stack.start();
            stack.awaitAccount();
            Path video = stack.video("clip.mp4", MEGABYTE);
            Throughput.publish(stack, video, uploads);
            long start = System.nanoTime();
            Throughput.publish(stack, video, uploads);
            return uploads / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static Map<String, String> exportingTo(HttpServer collector) {
        return Map.of(
                "CLIPRELAY_OTLP_ENDPOINT",
                "http://127.0.0.1:" + collector.getAddress().getPort(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL",
                "http/protobuf");
    }

    private static HttpServer collector(AtomicLong bytes) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", request -> take(request, bytes));
        server.start();
        return server;
    }

    private static void take(HttpExchange request, AtomicLong bytes) throws IOException {
        try (request;
                InputStream body = request.getRequestBody()) {
            bytes.addAndGet(body.transferTo(OutputStream.nullOutputStream()));
            request.sendResponseHeaders(200, -1);
        }
    }
}
