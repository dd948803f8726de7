package io.cliprelay.worker.limits;

import java.util.Optional;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.UploadException;

/** How an open breaker is told: a call that was not made. */
final class Pause {

    private Pause() {}

    /** The call was not made; {@code what} is left alone. */
    static UploadException of(String what, Breaker.Open open) {
        UploadFailure.Reason cause = open.cause().reason();
        return UploadException.withheld(
                open.cause() instanceof UploadFailure.Auth
                        ? new UploadFailure.Auth(new UploadFailure.Reason(
                                cause.code(),
                                "Nothing is asked of %s: %s".formatted(what, cause.message()),
                                cause.fix()))
                        : new UploadFailure.RateLimited(
                                new UploadFailure.Reason(
                                        "breaker.open",
                                        "Nothing is asked of %s until %s, since it was: %s (%s)"
                                                .formatted(what, open.until(), cause.message(), cause.code()),
                                        "Nothing to do: it goes on then."),
                                Optional.of(open.until())));
    }
}
