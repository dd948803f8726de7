package io.cliprelay.tiktok.testing;

import io.cliprelay.worker.testing.WorkerStage;

/** The topics around the worker of TikTok. */
public final class Stage extends WorkerStage {

    public Stage() {
        super("tiktok", "upload_id", "upload_token", "Bearer", "sandbox-refresh", "sandbox-secret", "act.", "rft.");
    }
}
