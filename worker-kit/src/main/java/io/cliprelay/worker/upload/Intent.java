package io.cliprelay.worker.upload;

import io.smallrye.mutiny.Uni;

import io.cliprelay.worker.inbox.StoredUpload;
import io.cliprelay.worker.inbox.UploadJournal;
import io.cliprelay.worker.spi.UploadException;

/** A call that may publish, with its intent committed before, and withdrawn where the platform refused it. */
final class Intent {

    private Intent() {}

    /** The same call; its refusal is told only when the intent is withdrawn. */
    static <T> Uni<T> withdrawnIfRefused(Uni<T> call, UploadJournal journal, StoredUpload upload) {
        return call.onFailure(Intent::refused).recoverWithUni(refusal -> journal.withdrawn(upload)
                .chain(() -> Uni.createFrom().failure(refusal)));
    }

    private static boolean refused(Throwable failure) {
        return failure instanceof UploadException ended && !ended.effectPossible();
    }
}
