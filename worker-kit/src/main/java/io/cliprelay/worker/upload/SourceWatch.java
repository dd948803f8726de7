package io.cliprelay.worker.upload;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;

import io.cliprelay.worker.spi.MediaRange;
import io.cliprelay.worker.spi.UploadException;

/**
 * Ends a call when its media fail. An HTTP client may never tell of a body that fails before its first byte, and then
 * nothing moves until the call counts as stalled.
 */
final class SourceWatch {

    private SourceWatch() {}

    /** The call that sends {@code range}; it is cancelled and fails as the media do. */
    static <T> Uni<T> over(MediaRange range, Function<MediaRange, Uni<T>> call) {
        return Uni.createFrom().deferred(() -> {
            CompletableFuture<T> source = new CompletableFuture<>();
            MediaRange watched =
                    new MediaRange(range.offset(), range.length(), range.total(), (from, size) -> range.reader()
                            .read(from, size)
                            .onFailure(UploadException.class)
                            .invoke(source::completeExceptionally));
            return Uni.combine().any().of(call.apply(watched), Uni.createFrom().completionStage(source));
        });
    }
}
