package io.cliprelay.benchmarks.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.cliprelay.benchmarks.Companion;

/** Google's own Java client with chunks of 8 MiB, in one JVM for all rounds. */
record GoogleSender(SinkProcess sink, Companion client) implements Sender, AutoCloseable {

    static GoogleSender start(SinkProcess sink) throws IOException {
        String store = sink.trusted().toString();
        return new GoogleSender(sink, Companion.start(GoogleUpload.class, "-Xmx256m", sink.url(), store));
    }

    @Override
    public Taken send(Path file) throws IOException {
        try (Observation observed = new Observation(client.pid())) {
            client.order(file.toString());
            client.answer();
            return sink.taken(Files.size(file), observed);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
