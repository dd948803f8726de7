package io.cliprelay.instagram.testing;

import io.cliprelay.worker.testing.WorkerStage;

/** The topics around the worker of Instagram. */
public final class Stage extends WorkerStage {

    public Stage() {
        super("instagram", "ig-api-upload", "Bearer", "sandbox-facebook", "sandbox-secret", "EAA", "IGAA");
    }
}
