package io.cliprelay.worker.media;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Context;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import org.reactivestreams.FlowAdapters;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.async.ResponsePublisher;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** Requests for one object and its parts, answered on the caller's context. */
record S3Objects(Vertx vertx, S3AsyncClient client, S3Location location, Duration timeout) {

    /** Parts of an answer (8 KiB each) that may wait for a slow reader. */
    private static final int WAITING_PARTS = 16;

    /**
     * What the storage says of the object.
     *
     * @param tag tells versions apart; empty where the storage gives none
     */
    record Description(long size, Optional<String> tag, String changed) {

        Description {
            Objects.requireNonNull(tag, "tag");
            Objects.requireNonNull(changed, "changed");
        }

        static Description of(HeadObjectResponse head) {
            return new Description(
                    head.contentLength(), Optional.ofNullable(head.eTag()), String.valueOf(head.lastModified()));
        }
    }

    Uni<Description> describe() {
        return answer(() ->
                        client.headObject(head -> head.bucket(location.bucket()).key(location.key())))
                .map(Description::of);
    }

    /** The bytes of a range, of the version that was described. */
    Multi<Buffer> bytes(long offset, long length, Description expected) {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(location.bucket())
                .key(location.key())
                .range("bytes=%d-%d".formatted(offset, offset + length - 1))
                .ifMatch(expected.tag().orElse(null))
                .build();
        return answer(() -> client.getObject(request, AsyncResponseTransformer.<GetObjectResponse>toPublisher()))
                .onItem()
                .transformToMulti(response -> checked(response, offset, length, expected));
    }

    private Multi<Buffer> checked(
            ResponsePublisher<GetObjectResponse> answer, long offset, long length, Description expected) {
        String range = "bytes %d-%d/%d".formatted(offset, offset + length - 1, expected.size());
        if (!range.equals(answer.response().contentRange())) {
            // Nobody reads what it sends: subscribing only to cancel gives the connection back.
            Multi.createFrom()
                    .publisher(FlowAdapters.toFlowPublisher(answer))
                    .subscribe()
                    .with(bytes -> {})
                    .cancel();
            return Multi.createFrom()
                    .failure(otherRange(range, answer.response().contentRange()));
        }
        Context context = vertx.getOrCreateContext();
        return Multi.createFrom()
                .publisher(FlowAdapters.toFlowPublisher(answer))
                .map(S3Objects::buffer)
                .emitOn(task -> context.runOnContext(task), WAITING_PARTS)
                .onFailure()
                .transform(lost -> S3Failures.of(location.uri(), lost));
    }

    private Throwable otherRange(String expected, String found) {
        return MediaFailures.of(
                "media.wrong-range",
                "The storage of %s answered with another range: %s instead of %s"
                        .formatted(location.uri(), found, expected),
                "Use a storage that answers range requests as asked.");
    }

    private <T> Uni<T> answer(Supplier<CompletableFuture<T>> call) {
        Context context = vertx.getOrCreateContext();
        return Uni.createFrom()
                .completionStage(call)
                .emitOn(task -> context.runOnContext(task))
                .ifNoItem()
                .after(timeout)
                .failWith(() -> S3Failures.unreachable(location.uri(), "none within " + timeout))
                .onFailure()
                .transform(failure -> S3Failures.of(location.uri(), failure));
    }

    private static Buffer buffer(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return Buffer.buffer(copy);
    }
}
