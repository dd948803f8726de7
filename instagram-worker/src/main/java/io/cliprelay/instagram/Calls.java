package io.cliprelay.instagram;

import java.time.Duration;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;

import io.cliprelay.worker.spi.UploadException;

/** Calls that bring no answer are failures of one kind, wherever the connection broke. */
final class Calls {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Calls() {}

    /** For calls that are answered at once, or not at all. */
    static Uni<RestResponse<String>> answeredSoon(Uni<RestResponse<String>> call) {
        return answered(call.ifNoItem().after(LIMIT).fail());
    }

    /** For calls that take as long as their media. */
    static Uni<RestResponse<String>> answered(Uni<RestResponse<String>> call) {
        return call.onFailure(failure -> !(failure instanceof UploadException))
                .transform(lost -> origin(lost) instanceof UploadException ofTheSource
                        ? ofTheSource
                        : UploadException.unclear(GraphErrors.noAnswer(origin(lost)), lost));
    }

    /** A request may break because its media did; then that is the failure. */
    private static Throwable origin(Throwable failure) {
        Throwable origin = failure;
        while (origin.getCause() != null && !(origin instanceof UploadException)) {
            origin = origin.getCause();
        }
        return origin;
    }
}
