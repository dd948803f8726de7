package io.cliprelay.youtube;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.worker.spi.Answers;

/** Calls that bring no answer, told in this platform's words. */
final class Calls {

    private Calls() {}

    /** For calls that are answered at once, or not at all. */
    static Uni<RestResponse<String>> answeredSoon(Uni<RestResponse<String>> call) {
        return Answers.soon(call, YouTubeErrors::noAnswer);
    }

    /** For calls that take as long as their media. */
    static Uni<RestResponse<String>> answered(Uni<RestResponse<String>> call) {
        return Answers.inTime(call, YouTubeErrors::noAnswer);
    }
}
