package io.cliprelay.worker.spi;

import java.time.Instant;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.platform.PlatformDescriptor;

/**
 * What a platform's author writes: how to speak to the platform, one method per phase. The kit decides when each is
 * called, keeps what they return, and survives crashes between them.
 *
 * <p>An uploader holds no state about uploads and knows nothing of Kafka or tables. Its methods are called on a Vert.x
 * event loop and must not block it; they may run for different uploads at the same time, and never twice at a time for
 * one. Each returned {@code Uni} does its work when subscribed.
 *
 * <p>A method that does not get what it asked for fails with {@link UploadException}, which says whether the call may
 * have had an effect all the same. Short repeats within a call are the uploader's business; what may take longer than a
 * few seconds is not.
 */
public interface PlatformUploader {

    /** What the platform accepts. Asked once at start. */
    PlatformDescriptor descriptor();

    /**
     * Opens an upload session. Nothing may become public by it; calling it twice may leave an unused session behind and
     * nothing worse.
     */
    Uni<RemoteHandle> open(UploadRequest request);

    /** Asks the platform how far a session is. Has no effect and may be called at any time. */
    Uni<SessionStatus> status(UploadRequest request, RemoteHandle handle);

    /**
     * Sends one range of the media. The kit committed its intent before a range that reaches the end, because that call
     * may publish.
     *
     * @return where the session stands after it; {@link SessionStatus.Open} with a smaller offset than was sent is
     *     normal, the rest is sent again
     */
    Uni<SessionStatus> send(UploadRequest request, RemoteHandle handle, MediaRange range);

    /** The size of a range to send next, given what is left, in bytes; the last range may be shorter. */
    long rangeSize(long remaining);

    /**
     * Looks on the platform, without the session, for the post that this upload would have made.
     *
     * @param since the post cannot be older; the search must reach back this far
     * @return the post's id, or empty where the platform shows none <em>at this moment</em>
     */
    Uni<Optional<String>> find(UploadRequest request, Instant since);

    /** Asks what became of a post. Has no effect. */
    Uni<Inspection> inspect(UploadRequest request, String postId);

    /**
     * What is left to do once the post is live, such as its thumbnail. Repeating it must be harmless; its failure is
     * logged and never fails the upload.
     */
    Uni<Void> complete(UploadRequest request, String postId, Optional<MediaRange> thumbnail);
}
