package io.cliprelay.benchmarks.upload;

import java.io.IOException;
import java.nio.file.Path;

/** Someone who uploads a file to the sink. */
interface Sender {

    Taken send(Path file) throws IOException;
}
