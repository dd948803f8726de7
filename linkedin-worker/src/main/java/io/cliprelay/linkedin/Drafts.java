package io.cliprelay.linkedin;

import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.worker.spi.PublishMode;
import io.cliprelay.worker.spi.UploadException;

/** There are none: a video without a post is visible to nobody, its owner included (posts-api: lifecycleState is PUBLISHED only). */
class Drafts {

    void start(@Observes StartupEvent starting, LinkedInConfig config) {
        if (!config.upload().autoPublish()) {
            throw new IllegalStateException(
                    "cliprelay.linkedin.upload.auto-publish is false, and LinkedIn has no drafts; leave it out, or set it to true");
        }
    }

    /** Throws {@link UploadException}, refused, where a draft was asked for. */
    static void requireNone(PublishMode mode) {
        if (mode == PublishMode.DRAFT) {
            throw UploadException.refused(new UploadFailure.InvalidInput(new UploadFailure.Reason(
                    "linkedin.no-drafts",
                    "The clip was not to be published, and LinkedIn has no drafts",
                    "Leave the option auto-publish out for LinkedIn, or leave LinkedIn out.")));
        }
    }
}
