package io.cliprelay.sandbox.tiktok;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import io.vertx.core.buffer.Buffer;

import io.cliprelay.sandbox.media.Digests;
import io.cliprelay.sandbox.media.MediaFile;

/**
 * One publication from its init on: how many bytes are kept, the digest over exactly these, and what came of it.
 * All state is guarded by the publication itself, for its requests may come on several event loops.
 *
 * <p>Bytes count once their request has ended, so that a broken one leaves nothing behind, unless the settings say
 * otherwise. At most one request feeds the publication; a newer one supersedes it.
 */
public final class Publication {

    private final Start start;
    private final MediaFile media;
    private MessageDigest digest = Digests.sha256();
    private long stored;
    private long received;
    private int requests;
    private Reception current;
    private Optional<String> ended = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private Optional<Completion> completion = Optional.empty();
    private Optional<String> draftPostedAs = Optional.empty();

    Publication(Start start, MediaFile media) {
        this.start = start;
        this.media = media;
    }

    /**
     * What init was told and gave.
     *
     * @param post empty for a draft, about which TikTok is told nothing
     * @param urlExpiresAt until when bytes are taken
     */
    record Start(
            String publishId,
            Creator creator,
            Optional<PostInfo> post,
            ChunkPlan plan,
            String uploadId,
            String uploadToken,
            Instant at,
            Instant urlExpiresAt) {

        boolean isDraft() {
            return post.isEmpty();
        }

        /** Without the token. */
        @Override
        public String toString() {
            return "Start[" + publishId + "]";
        }
    }

    /** What came of a request's bytes. */
    sealed interface Taken {
        /** So many bytes are kept; more are expected. */
        record More(long stored) implements Taken {}

        /** The last byte is there. */
        record All() implements Taken {}

        /** The request did not carry what it announced. */
        record Mismatch() implements Taken {}

        /** Another request has taken over. */
        record Superseded() implements Taken {}
    }

    /** Makes what a finished upload becomes; called once, with the publication locked. */
    interface Publisher {
        Completion publish(Publication publication, String sha256, Optional<String> failure);
    }

    Start start() {
        return start;
    }

    synchronized long stored() {
        return stored;
    }

    synchronized Optional<Completion> completion() {
        return completion;
    }

    synchronized Optional<String> draftPostedAs() {
        return draftPostedAs;
    }

    /** The upload will end with this reason instead of a post. */
    synchronized void willFail(String reason) {
        failure = Optional.of(reason);
    }

    /** The user has posted the draft in the app. */
    synchronized void draftPosted(String postId) {
        draftPostedAs = Optional.of(postId);
    }

    /** False if it is too late. */
    synchronized boolean cancel() {
        return end(FailReasons.CANCELLED);
    }

    /** Its upload is lost to TikTok itself, unless that is too late. */
    synchronized void lose() {
        end(FailReasons.INTERNAL);
    }

    private boolean end(String reason) {
        boolean inTime = completion.isEmpty();
        if (inTime) {
            ended = ended.or(() -> Optional.of(reason));
        }
        return inTime;
    }

    synchronized void countReceived(int bytes) {
        received += bytes;
    }

    /** Whether bytes may still come, their URL's age aside. */
    synchronized boolean isKnownToUpload() {
        return ended.isEmpty();
    }

    /**
     * The HTTP status with which a range is refused; empty if it is exactly what comes next.
     *
     * @param first of the bytes
     * @param end the offset after the last of them
     */
    synchronized Optional<Integer> refusal(long first, long end) {
        if (first != stored || completion.isPresent()) {
            return Optional.of(416);
        }
        return end == start.plan().endOfChunkAt(stored) ? Optional.empty() : Optional.of(400);
    }

    /** Takes in one request's bytes from here on; {@code onSuperseded} is called on the superseding request's thread. */
    synchronized Reception begin(long expected, long keepAtMost, boolean keepsBroken, Runnable onSuperseded) {
        requests++;
        if (current != null) {
            current.onSuperseded.run();
        }
        current = new Reception(expected, keepAtMost, keepsBroken, onSuperseded);
        return current;
    }

    /** How it stands at this moment, as {@code status/fetch} words it. */
    synchronized Progress progress(Instant now) {
        if (ended.isPresent()) {
            return new Progress(Progress.FAILED, ended, stored);
        }
        if (completion.filter(done -> done.isDoneBy(now)).isEmpty()) {
            return new Progress(Progress.UPLOADING, Optional.empty(), stored);
        }
        Optional<String> reason = completion.flatMap(Completion::failReason);
        if (reason.isPresent()) {
            return new Progress(Progress.FAILED, reason, stored);
        }
        boolean waitsForUser = start.isDraft() && draftPostedAs.isEmpty();
        return new Progress(waitsForUser ? Progress.IN_INBOX : Progress.COMPLETE, Optional.empty(), stored);
    }

    /** The status of a publication. */
    record Progress(String status, Optional<String> failReason, long uploadedBytes) {
        static final String UPLOADING = "PROCESSING_UPLOAD";
        static final String COMPLETE = "PUBLISH_COMPLETE";
        static final String IN_INBOX = "SEND_TO_USER_INBOX";
        static final String FAILED = "FAILED";
    }

    /** The publication as the admin API shows it; {@code received} counts every byte that came, kept or not. */
    public record Snapshot(
            String id,
            String account,
            String title,
            long total,
            long received,
            long stored,
            int requests,
            String state,
            String sha256,
            String videoId,
            Instant openedAt,
            Instant expiresAt) {}

    synchronized Snapshot snapshot(Instant now) {
        return new Snapshot(
                start.publishId(),
                start.creator().name(),
                start.post().map(PostInfo::title).orElse(null),
                start.plan().videoSize(),
                received,
                stored,
                requests,
                progress(now).status(),
                completion.map(Completion::sha256).orElse(null),
                completion.flatMap(Completion::postId).orElse(null),
                start.at(),
                start.urlExpiresAt());
    }

    /** The bytes of one request on their way in. */
    final class Reception {
        private final long expected;
        private final long keepAtMost;
        private final boolean keepsBroken;
        private final Runnable onSuperseded;
        private final MessageDigest digestSoFar = copy(digest);
        private long came;
        private long kept;

        private Reception(long expected, long keepAtMost, boolean keepsBroken, Runnable onSuperseded) {
            this.expected = expected;
            this.keepAtMost = keepAtMost;
            this.keepsBroken = keepsBroken;
            this.onSuperseded = onSuperseded;
        }

        /** False if another request has taken over. */
        boolean accept(Buffer bytes) {
            synchronized (Publication.this) {
                if (current != this) {
                    return false;
                }
                int use = (int) Math.max(0, Math.min(bytes.length(), Math.min(keepAtMost, expected) - came));
                came += bytes.length();
                media.write(stored + kept, bytes.slice(0, use));
                kept += use;
                digestSoFar.update(bytes.getBytes(0, use));
                return true;
            }
        }

        /** The request has ended as HTTP sees it. */
        Taken finish(Publisher publisher) {
            synchronized (Publication.this) {
                if (current != this) {
                    return new Taken.Superseded();
                }
                current = null;
                if (came != expected) {
                    return new Taken.Mismatch();
                }
                keep();
                if (stored < start.plan().videoSize()) {
                    return new Taken.More(stored);
                }
                completion = Optional.of(publisher.publish(Publication.this, hex(), failure));
                media.keepAs(hex());
                return new Taken.All();
            }
        }

        /** The connection broke. */
        void abandon() {
            synchronized (Publication.this) {
                if (current == this) {
                    current = null;
                    if (keepsBroken && stored + kept < start.plan().videoSize()) {
                        keep();
                    }
                }
            }
        }

        private void keep() {
            stored += kept;
            digest = digestSoFar;
        }
    }

    private String hex() {
        return HexFormat.of().formatHex(copy(digest).digest());
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("Java's own digests can be copied", e);
        }
    }
}
