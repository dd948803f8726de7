package io.cliprelay.benchmarks.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.benchmarks.MeasuredStack;
import io.cliprelay.cli.stack.StackOptions;
import io.cliprelay.contracts.clip.Privacy;

/** The packaged YouTube worker in a whole stack, told by the gateway. */
record WorkerSender(SinkProcess sink, MeasuredStack stack) implements Sender {

    /** The worker's platform is the sink; tokens still come from the sandbox. */
    static StackOptions options(StackOptions usual, SinkProcess sink) {
        return usual.withEnvironment(MeasuredStack.WORKER, Map.of("CLIPRELAY_YOUTUBE_API_URL", sink.url()))
                .withJvmFlags(
                        MeasuredStack.WORKER,
                        List.of(
                                // As in the image: the stack on one's own machine is set up for a quick start.
                                "-XX:TieredStopAtLevel=4",
                                "-XX:TrimNativeHeapInterval=5000",
                                "-Xmx128m",
                                "-Djavax.net.ssl.trustStore=" + sink.trusted(),
                                "-Djavax.net.ssl.trustStorePassword=" + Certificate.PASSWORD));
    }

    @Override
    public Taken send(Path file) throws IOException {
        try (Observation observed = new Observation(pid())) {
            String key = UUID.randomUUID().toString();
            UUID clip = stack.gateway()
                    .submit(MeasuredStack.clip(file, "Clip " + key, Optional.empty(), "youtube", Privacy.PRIVATE), key)
                    .id();
            stack.followUntilPublished(clip);
            return sink.taken(Files.size(file), observed);
        }
    }

    /** Whether the worker has loaded BoringSSL, as Linux tells of its memory. */
    boolean encryptsNatively() throws IOException {
        return Files.readString(Path.of("/proc/" + pid() + "/maps")).contains("netty_tcnative");
    }

    private long pid() {
        return stack.stack().pid(MeasuredStack.WORKER);
    }
}
