package io.cliprelay.benchmarks.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code curl -T}: as fast as a file goes over TLS by a tool that everyone has. */
record CurlSender(SinkProcess sink) implements Sender {

    @Override
    public Taken send(Path file) throws IOException {
        Process curl = new ProcessBuilder(sink.curl("-o", "/dev/null", "-T", file.toString(), sink.url() + "/curl"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (Observation observed = new Observation(curl.pid())) {
            int status = curl.onExit().join().exitValue();
            if (status != 0) {
                throw new IOException("curl ended with " + status);
            }
            return sink.taken(Files.size(file), observed);
        }
    }
}
