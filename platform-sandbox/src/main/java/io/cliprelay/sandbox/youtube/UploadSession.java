package io.cliprelay.sandbox.youtube;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import io.vertx.core.buffer.Buffer;

import io.cliprelay.sandbox.gallery.Processing;
import io.cliprelay.sandbox.http.Answer;
import io.cliprelay.sandbox.media.Digests;
import io.cliprelay.sandbox.media.MediaFile;
import io.cliprelay.sandbox.oauth.Channel;

/**
 * One resumable upload: how many bytes are kept, the digest over exactly these, and in the end the answer.
 * All state is guarded by the session itself, for requests of one session may come on several event loops.
 *
 * <p>Only whole blocks of 256 KiB are kept before the end, so that a broken request leaves nothing to take back.
 * At most one request feeds the session; a newer one supersedes it, as a client that comes back after a crash
 * must not be held up by its own former connection.
 */
final class UploadSession {

    static final int BLOCK = 262_144;

    private final Opening opening;
    private final MediaFile media;
    private MessageDigest digest = Digests.sha256();
    private long stored;
    private long received;
    private int requests;
    private Transfer current;
    private Completion completion;
    private Processing.Outcome outcome = Processing.Outcome.PROCESSED;
    private String outcomeReason;

    UploadSession(Opening opening, MediaFile media) {
        this.opening = opening;
        this.media = media;
    }

    /**
     * What was said when the session was opened.
     *
     * @param declaredBytes from {@code X-Upload-Content-Length}
     */
    record Opening(
            String id,
            Channel channel,
            VideoMetadata metadata,
            Set<String> parts,
            OptionalLong declaredBytes,
            String contentType,
            String fileName,
            Instant openedAt,
            Instant expiresAt) {}

    /** The end of an upload: the video and the answer that repeats from then on. */
    record Completion(String videoId, String sha256, Answer answer) {}

    /** What came of a request's bytes. */
    sealed interface Progress {
        /** So many bytes are kept; the upload goes on there. */
        record Incomplete(long stored) implements Progress {}

        /** This request completed the upload. */
        record Completed(Answer answer) implements Progress {}

        /** The request did not carry what it announced. */
        record Mismatch(long announced, long came) implements Progress {}

        /** Another request has taken the session over. */
        record Superseded() implements Progress {}
    }

    /** Makes the post of a finished upload; called once, with the session locked. */
    interface Publisher {
        Completion publish(UploadSession session, long bytes, String sha256);
    }

    Opening opening() {
        return opening;
    }

    synchronized long stored() {
        return stored;
    }

    synchronized Optional<Completion> completion() {
        return Optional.ofNullable(completion);
    }

    synchronized void willEnd(Processing.Outcome how, String reason) {
        outcome = how;
        outcomeReason = reason;
    }

    synchronized Processing processing(Instant doneAt) {
        return new Processing(doneAt, outcome, outcomeReason);
    }

    synchronized void countReceived(int bytes) {
        received += bytes;
    }

    /** Ends a transfer that is still going on; what it has brought in whole blocks stays. */
    synchronized void supersede() {
        requests++;
        endCurrent();
    }

    private void endCurrent() {
        if (current != null) {
            current.onSuperseded.run();
            current = null;
        }
    }

    /**
     * Takes in the bytes of one request from here on.
     *
     * @param expected how many bytes it will bring; empty if the client does not say
     * @param total size of the whole, if known
     * @param keepAtMost how many of its bytes may be kept
     * @param onSuperseded called on the superseding request's thread
     */
    synchronized Transfer begin(OptionalLong expected, OptionalLong total, long keepAtMost, Runnable onSuperseded) {
        // Another one may have begun since this request superseded the former.
        endCurrent();
        current = new Transfer(expected, total, keepAtMost, onSuperseded);
        return current;
    }

    /** Nobody will go on with it: what it brought so far goes. */
    void discard() {
        media.discard();
    }

    synchronized Snapshot snapshot() {
        return new Snapshot(
                opening.id(),
                opening.channel().name(),
                opening.metadata().title(),
                opening.declaredBytes().isPresent() ? opening.declaredBytes().getAsLong() : null,
                received,
                stored,
                requests,
                completion == null ? "open" : "completed",
                completion == null ? null : completion.sha256(),
                completion == null ? null : completion.videoId(),
                opening.openedAt(),
                opening.expiresAt());
    }

    /** The session as the admin API shows it; {@code received} counts every byte that came, kept or not. */
    record Snapshot(
            String id,
            String account,
            String title,
            Long total,
            long received,
            long stored,
            int requests,
            String state,
            String sha256,
            String videoId,
            Instant openedAt,
            Instant expiresAt) {}

    /** The bytes of one request on their way in. */
    final class Transfer {
        private final OptionalLong expected;
        private final OptionalLong total;
        private final long keepAtMost;
        private final Runnable onSuperseded;
        private final long start = stored;
        private final byte[] block = new byte[BLOCK];
        private int filled;
        private long came;

        Transfer(OptionalLong expected, OptionalLong total, long keepAtMost, Runnable onSuperseded) {
            this.expected = expected;
            this.total = total;
            this.keepAtMost = keepAtMost;
            this.onSuperseded = onSuperseded;
        }

        /** False if another request has taken over. */
        boolean accept(Buffer bytes) {
            synchronized (UploadSession.this) {
                if (current != this) {
                    return false;
                }
                int kept = (int) Math.max(0, Math.min(bytes.length(), limit() - came));
                came += bytes.length();
                keep(bytes, kept);
                return true;
            }
        }

        private long limit() {
            return Math.min(keepAtMost, expected.orElse(Long.MAX_VALUE));
        }

        private void keep(Buffer bytes, int count) {
            int from = 0;
            while (from < count) {
                int step = Math.min(count - from, BLOCK - filled);
                bytes.getBytes(from, from + step, block, filled);
                filled += step;
                from += step;
                if (filled == BLOCK && !wouldComplete()) {
                    storeBlock();
                }
            }
        }

        /** The very last block waits for the end of its request, so that all bytes stored means complete. */
        private boolean wouldComplete() {
            return total.isPresent() && stored + filled >= total.getAsLong();
        }

        private void storeBlock() {
            media.write(stored, block, filled);
            digest.update(block, 0, filled);
            stored += filled;
            filled = 0;
        }

        /** The request has ended as HTTP sees it. */
        Progress finish(Publisher publisher) {
            synchronized (UploadSession.this) {
                if (current != this) {
                    return new Progress.Superseded();
                }
                current = null;
                if (expected.isPresent() && expected.getAsLong() != came) {
                    return new Progress.Mismatch(expected.getAsLong(), came);
                }
                if (came > keepAtMost || !isLast()) {
                    return new Progress.Incomplete(stored);
                }
                storeBlock();
                return complete(publisher);
            }
        }

        private boolean isLast() {
            return total.isEmpty() ? expected.isEmpty() : start + came == total.getAsLong();
        }

        private Progress complete(Publisher publisher) {
            completion =
                    publisher.publish(UploadSession.this, stored, HexFormat.of().formatHex(digest.digest()));
            digest = null;
            media.keepAs(completion.sha256());
            return new Progress.Completed(completion.answer());
        }

        /** The connection broke; whole blocks that came stay. */
        void abandon() {
            synchronized (UploadSession.this) {
                if (current == this) {
                    current = null;
                }
            }
        }
    }
}
