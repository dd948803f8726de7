package io.cliprelay.linkedin.testing;

import io.cliprelay.worker.testing.WorkerStage;

/** The topics around the worker of LinkedIn. */
public final class Stage extends WorkerStage {

    public Stage() {
        super("linkedin", "sau=", "Bearer", "sandbox-refresh", "sandbox-access", "sandbox-secret", "AQX", "AQW");
    }
}
