package io.cliprelay.worker.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.platform.PlatformDescriptor;
import io.cliprelay.contracts.upload.UploadFailure;

/**
 * What a platform's author writes: how to speak to the platform, one method per phase. The kit decides when each is
 * called, keeps what they return, and survives crashes between them.
 *
 * <p>Platforms publish in one of two ways, and an uploader says which by what it answers: with the last byte
 * ({@link #lastByteMayPublish}, {@link SessionStatus.Completed}), or by a call of its own, once a session is
 * {@link SessionStatus.Ready} ({@link #publish}).
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

    /** Whether the platform publishes by itself once it has all bytes: the kit commits its intent before the last range. */
    default boolean lastByteMayPublish() {
        return false;
    }

    /**
     * Whether {@link #send} reads a range from its first byte to its last. Where it does not, or where the platform fetches
     * the media by itself, a digest that was declared of them takes a pass of its own over the source before.
     */
    default boolean sendsInOrder(UploadRequest request) {
        return true;
    }

    /** How much the platform allows in which time. Asked once at start; the operator may set other amounts. */
    default List<Limit> limits() {
        return List.of();
    }

    /**
     * What a call takes from the {@link #limits}, each time that it is made. The kit takes it before the call and makes
     * none without. A call that makes a number of requests which is not always the same takes the charges of each
     * itself ({@link io.cliprelay.worker.limits.Budgets#charged}), and has none here.
     */
    default List<Charge> charges(Call call) {
        return List.of();
    }

    /**
     * Opens an upload session. Nothing may become public by it; calling it twice may leave an unused session behind and
     * nothing worse.
     */
    Uni<Opening> open(UploadRequest request);

    /** Asks the platform how far a session is. Has no effect and may be called at any time. */
    Uni<SessionStatus> status(UploadRequest request, RemoteHandle handle);

    /**
     * The size of the range to send next, in bytes; what is more than is left means all that is left.
     *
     * @param offset how many bytes the platform has
     * @param total the size of the media
     */
    long rangeSize(RemoteHandle handle, long offset, long total);

    /**
     * Sends one range of the media.
     *
     * @return where the session stands after it; {@link SessionStatus.Open} with a smaller offset than was sent is
     *     normal, the rest is sent again
     */
    Uni<SessionStatus> send(UploadRequest request, RemoteHandle handle, MediaRange range);

    /**
     * Tells the platform that it has all bytes; called where a session is open and has them. Must not publish, and must
     * be harmless when repeated. The default only asks for the status.
     */
    default Uni<SessionStatus> finish(UploadRequest request, RemoteHandle handle) {
        return status(request, handle);
    }

    /**
     * Publishes a session that is ready; the kit committed its intent before, and calls this again for the same session
     * only after it was proved that nothing was published.
     *
     * @return the post's id, or a placeholder by which {@link #inspect} can find it later
     */
    default Uni<String> publish(UploadRequest request, RemoteHandle handle) {
        return Uni.createFrom()
                .failure(UploadException.refused(new UploadFailure.Unknown(new UploadFailure.Reason(
                        "worker.publishes-itself",
                        "This platform publishes with the last byte, and was asked for a call of its own",
                        "Tell the operator: the platform's uploader must not answer that a session is ready."))));
    }

    /**
     * Looks on the platform for the post that this upload would have made, when its session does not tell.
     *
     * <p>It has no effect, with one exception: where posts cannot be listed, and the platform is sure to notice a repeat, it
     * may send the publishing call again. The platform then names the first post or makes the one that is missing,
     * never a second. It must not do so once the platform may have forgotten the first call, nor where none was about to
     * be made, and passes the request's {@link UploadRequest#fence fence} right before.
     *
     * @param handle the session that was open; the post cannot be older than it
     * @param intendedAt when a call was about to be made that may publish; empty where none was
     */
    Uni<Finding> find(UploadRequest request, RemoteHandle handle, Optional<Instant> intendedAt);

    /** Asks what became of a post. Has no effect. */
    Uni<Inspection> inspect(UploadRequest request, String postId);

    /**
     * What is left to do once the post is live, such as its thumbnail. Repeating it must be harmless; its failure is
     * logged and never fails the upload.
     */
    Uni<Void> complete(UploadRequest request, String postId, Optional<MediaRange> thumbnail);

    /**
     * Asks what a live post has come to: its views, likes, comments and shares. Has no effect. It is asked at long
     * intervals for weeks after the post went live, apart from uploads: its failure is tried again later and never an
     * upload's. The default is for platforms that tell nothing.
     */
    default Uni<Statistics> statistics(UploadRequest request, String postId) {
        return Uni.createFrom().item(new Statistics.Untold());
    }
}
