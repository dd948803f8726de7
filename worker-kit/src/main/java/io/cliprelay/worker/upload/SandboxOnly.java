package io.cliprelay.worker.upload;

import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.UploadException;

/** What was submitted in test mode never reaches a real platform, whatever its account was then. Plain functions. */
final class SandboxOnly {

    private SandboxOnly() {}

    /** Throws where {@code content} may not go to what this worker speaks to. */
    static void require(PostContent content, boolean sandbox) {
        if (content.sandboxOnly().orElse(false) && !sandbox) {
            throw UploadException.refused(new UploadFailure.InvalidInput(new UploadFailure.Reason(
                    "account.not-sandbox",
                    "The clip was submitted in test mode, and its account is a real one now",
                    "Submit it with a live key if it is to be published.")));
        }
    }
}
