package io.cliprelay.youtube.testing;

import io.cliprelay.worker.testing.WorkerStage;

/** The topics around the worker of YouTube. */
public final class Stage extends WorkerStage {

    public Stage() {
        super("youtube", "upload_id", "Bearer", "sandbox-refresh", "sandbox-secret", "ya29");
    }
}
