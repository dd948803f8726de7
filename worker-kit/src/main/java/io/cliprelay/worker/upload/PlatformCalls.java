package io.cliprelay.worker.upload;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.limits.Breakers;
import io.cliprelay.worker.limits.Budgets;
import io.cliprelay.worker.spi.Call;
import io.cliprelay.worker.spi.PlatformUploader;
import io.cliprelay.worker.spi.UploadException;

/** Has every call to the platform paid for before it is made, and what came of it noted. */
@ApplicationScoped
class PlatformCalls {

    /** What the codes of failures to read media begin with. */
    private static final String OF_MEDIA = "media.";

    private static final Logger LOG = Logger.getLogger(PlatformCalls.class);

    private final PlatformUploader uploader;
    private final Budgets budgets;
    private final Breakers breakers;

    PlatformCalls(PlatformUploader uploader, Budgets budgets, Breakers breakers) {
        this.uploader = uploader;
        this.budgets = budgets;
        this.breakers = breakers;
    }

    /** Lets the upload go on, or fails until when nothing is to be asked for it. */
    Uni<Void> admit(RunningUpload upload) {
        return breakers.admit(upload.account());
    }

    /** Makes a call, once its charges are taken. */
    <T> Uni<T> make(RunningUpload upload, Call call, Supplier<Uni<T>> made) {
        return budgets.takeForCall(upload.account().id(), uploader.charges(call))
                .chain(made::get)
                .call(() -> noted(breakers.succeeded(upload.account())))
                .onFailure(PlatformCalls::ofThePlatform)
                .call(failure -> noted(failed(upload, call, (UploadException) failure)));
    }

    /** A refused token is renewed first, and where media cannot be read it is not the platform that failed. */
    private static boolean ofThePlatform(Throwable failure) {
        return failure instanceof UploadException ended
                && !ended.withheld()
                && !ended.tokenRefused()
                && !ended.failure().reason().code().startsWith(OF_MEDIA);
    }

    private Uni<Void> failed(RunningUpload upload, Call call, UploadException ended) {
        // A thumbnail that is refused says nothing of the uploads.
        return call == Call.COMPLETE
                ? exhausted(upload, call, ended.failure())
                : exhausted(upload, call, ended.failure()).chain(() -> breakers.failed(upload.account(), ended));
    }

    private Uni<Void> exhausted(RunningUpload upload, Call call, UploadFailure failure) {
        return failure instanceof UploadFailure.QuotaExhausted quota
                ? budgets.exhausted(upload.account().id(), uploader.charges(call), quota.until())
                : Uni.createFrom().voidItem();
    }

    /** Whatever becomes of the note, the call was what it was. */
    private static Uni<Void> noted(Uni<Void> note) {
        return note.onFailure()
                .invoke(lost -> LOG.warn("The outcome of a call could not be noted", lost))
                .onFailure()
                .recoverWithNull();
    }
}
