package io.cliprelay.worker.spi;

import java.time.Duration;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.upload.UploadFailure;

/** Calls that bring no answer are failures of one kind, wherever the connection broke: they may have had their effect. */
public final class Answers {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Answers() {}

    /**
     * For calls that are answered at once, or not at all.
     *
     * @param noAnswer what a call that broke by this is to be told as
     */
    public static <T> Uni<T> soon(Uni<T> call, Function<Throwable, UploadFailure> noAnswer) {
        return inTime(call.ifNoItem().after(LIMIT).fail(), noAnswer);
    }

    /** For calls that take as long as their media. */
    public static <T> Uni<T> inTime(Uni<T> call, Function<Throwable, UploadFailure> noAnswer) {
        return call.onFailure(failure -> !(failure instanceof UploadException))
                .transform(lost -> origin(lost) instanceof UploadException ofTheSource
                        ? ofTheSource
                        : UploadException.unclear(noAnswer.apply(origin(lost)), lost));
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
