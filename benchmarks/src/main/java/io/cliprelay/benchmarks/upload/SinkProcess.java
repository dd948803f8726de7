package io.cliprelay.benchmarks.upload;

import java.io.IOException;
import java.nio.file.Path;

import io.cliprelay.benchmarks.Companion;

/** The sink, and what it tells. */
final class SinkProcess implements AutoCloseable {

    private final Companion process;
    private final Certificate certificate;
    private final String url;

    private SinkProcess(Companion process, Certificate certificate, String url) {
        this.process = process;
        this.certificate = certificate;
        this.url = url;
    }

    static SinkProcess start(Certificate certificate) throws IOException {
        Companion process =
                Companion.start(Sink.class, "-Xmx128m", certificate.store().toString());
        return new SinkProcess(process, certificate, "https://127.0.0.1:" + process.answer());
    }

    String url() {
        return url;
    }

    /** What one upload took, by the observation of who sent it. */
    Taken taken(long expected, Observation sender) throws IOException {
        double cpu = sender.cpuSeconds();
        String[] told = get("/taken").split(" ");
        long bytes = Long.parseLong(told[0]);
        if (bytes != expected) {
            throw new IOException("The sink has %d bytes instead of %d".formatted(bytes, expected));
        }
        return new Taken(bytes, Long.parseLong(told[1]) / 1e9, cpu, sender.rss());
    }

    /** By curl, which is there to be measured anyway, so that only one client has to trust the certificate. */
    private String get(String path) throws IOException {
        Process curl = new ProcessBuilder(curl(url + path)).start();
        byte[] answer = curl.getInputStream().readAllBytes();
        curl.onExit().join();
        return new String(answer);
    }

    /** The command for a quiet call to the sink. */
    String[] curl(String... words) {
        String[] command = new String[words.length + 5];
        command[0] = "curl";
        command[1] = "-sSf";
        command[2] = "--http1.1";
        command[3] = "--cacert";
        command[4] = certificate.pem().toString();
        System.arraycopy(words, 0, command, 5, words.length);
        return command;
    }

    Path trusted() {
        return certificate.store();
    }

    @Override
    public void close() {
        process.close();
    }
}
