package io.cliprelay.worker.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;

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

    /**
     * The text of an answer, empty where it has none. The client leaves the body of an error as the stream that it has in
     * memory.
     *
     * @param noAnswer what a body that cannot be read is to be told as
     */
    public static String text(RestResponse<?> answer, Function<Throwable, UploadFailure> noAnswer) {
        try {
            return answer.getEntity() instanceof InputStream body
                    ? new String(body.readAllBytes(), StandardCharsets.UTF_8)
                    : Objects.toString(answer.getEntity(), "");
        } catch (IOException broken) {
            throw UploadException.unclear(noAnswer.apply(broken), broken);
        }
    }

    /** How a call broke. Such messages may name the request, and its query may be a key or hold a token. */
    public static String withoutQuery(Throwable lost) {
        return lost.getClass().getSimpleName()
                + ": "
                + String.valueOf(lost.getMessage()).replaceAll("\\?\\S+", "");
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
