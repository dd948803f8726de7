package io.cliprelay.cli.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.cliprelay.contracts.upload.UploadFailure.Reason;

/** What a change of a clip came to, as the gateway tells it. */
public record ChangeView(UUID clipId, List<Result> uploads) {

    public ChangeView {
        uploads = uploads == null ? List.of() : List.copyOf(uploads);
    }

    /** Whether it was done for every upload. */
    public boolean isWhole() {
        return uploads.stream().allMatch(Result::done);
    }

    /**
     * For one upload.
     *
     * @param why why it was not done
     */
    public record Result(boolean done, UploadView upload, Optional<Reason> why) {}
}
