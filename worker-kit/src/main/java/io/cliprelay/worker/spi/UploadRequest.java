package io.cliprelay.worker.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.clip.PostContent;
import io.cliprelay.contracts.upload.UploadRef;

/**
 * One upload, as an uploader sees it.
 *
 * @param totalBytes the size of the media
 * @param duration how long the video is; told when a session is opened, and then empty where its file does not say
 * @param token opens the account it goes to
 * @param mayBePublished whether a call was about to be made, or was made, that may have published it
 * @param fence what a call that may publish passes right before it leaves, where the uploader repeats such a call itself
 *     or may be held up before it
 */
public record UploadRequest(
        UploadRef upload,
        PostContent content,
        long totalBytes,
        Optional<Duration> duration,
        AccessToken token,
        AccountRef account,
        PublishMode mode,
        boolean mayBePublished,
        Fence fence) {

    public UploadRequest {
        Objects.requireNonNull(upload, "upload");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(fence, "fence");
    }

    /** A request of nobody that does not know how long the video is, and of which nothing can have been published. */
    public UploadRequest(
            UploadRef upload,
            PostContent content,
            long totalBytes,
            AccessToken token,
            AccountRef account,
            PublishMode mode) {
        this(upload, content, totalBytes, Optional.empty(), token, account, mode, false, Fence.OPEN);
    }

    /** The same for a video of this length. */
    public UploadRequest lasting(Optional<Duration> known) {
        return new UploadRequest(upload, content, totalBytes, known, token, account, mode, mayBePublished, fence);
    }

    /** The same, whose publishing calls pass this fence. */
    public UploadRequest fencedBy(Fence known) {
        return new UploadRequest(upload, content, totalBytes, duration, token, account, mode, mayBePublished, known);
    }
}
