package io.cliprelay.sandbox.linkedin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.cliprelay.sandbox.media.MediaFile;

/**
 * A video from the start of its upload on (learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/videos-api).
 * All state is guarded by the video itself, for its parts may come on several event loops.
 */
public final class Video {

    static final String FAILED_TO_PROCESS = "FAILED_TO_PROCESS";
    static final String PARTS_DO_NOT_FIT = "PARTS_DO_NOT_FIT";

    private final Start start;
    private final List<Part> parts;
    private final MediaFile media;
    private final InOrder whole = new InOrder();
    private boolean scrambled;
    private Optional<Finalized> finalized = Optional.empty();
    private Optional<String> willFail = Optional.empty();
    private Optional<String> thumbnailSha256 = Optional.empty();
    private int polls;
    private long received;

    Video(Start start, List<Part> parts, MediaFile media) {
        this.start = start;
        this.media = media;
        this.parts = new ArrayList<>(parts);
    }

    /**
     * What initialising was told and gave.
     *
     * @param member the short name of who began it
     * @param thumbnailSau of the thumbnail's address; empty where none was asked for
     */
    record Start(
            String id,
            String owner,
            String member,
            long size,
            Optional<String> thumbnailSau,
            Instant at,
            Instant urlsExpireAt) {

        String urn() {
            return "urn:li:video:" + id;
        }
    }

    private record Finalized(Instant at, String sha256) {}

    /** Where it stands. */
    enum State {
        WAITING_UPLOAD,
        PROCESSING,
        AVAILABLE,
        PROCESSING_FAILED
    }

    /** What a finalising came to. */
    enum Finalizing {
        DONE,
        REPEATED,
        COUNT_DIFFERS
    }

    Start start() {
        return start;
    }

    synchronized List<Part> parts() {
        return List.copyOf(parts);
    }

    synchronized Optional<Part> part(String sau) {
        return parts.stream().filter(part -> part.sau().equals(sau)).findFirst();
    }

    synchronized void countReceived(int bytes) {
        received += bytes;
    }

    /** Keeps a part; other bytes than before make the file another one, which processing does not survive. */
    synchronized void fill(int number, byte[] bytes, String etag) {
        Part part = parts.get(number);
        String sha256 = Sha256.of(bytes);
        if (part.sha256().isEmpty()) {
            whole.add(number, bytes);
        } else if (!part.sha256().get().equals(sha256)) {
            scrambled = true;
        }
        media.write(part.firstByte(), bytes, bytes.length);
        parts.set(number, part.filled(etag, sha256));
    }

    /** Takes note of a part that does not hold what was sent. */
    synchronized void scramble() {
        scrambled = true;
    }

    synchronized void illustrate(String sha256) {
        thumbnailSha256 = Optional.of(sha256);
    }

    synchronized Optional<String> thumbnailSha256() {
        return thumbnailSha256;
    }

    synchronized void willFail(String reason) {
        willFail = Optional.of(reason);
    }

    /** A wrong order is taken without a word, and shows in processing. */
    synchronized Finalizing finalizeWith(List<String> partIds, Instant now) {
        if (partIds.size() != parts.size()) {
            return Finalizing.COUNT_DIFFERS;
        }
        if (finalized.isPresent()) {
            return Finalizing.REPEATED;
        }
        List<String> expected =
                parts.stream().map(part -> part.etag().orElse("")).toList();
        if (scrambled || !expected.equals(partIds)) {
            willFail = willFail.or(() -> Optional.of(PARTS_DO_NOT_FIT));
        }
        keep(new Finalized(now, whole.hex()));
        return Finalizing.DONE;
    }

    private void keep(Finalized end) {
        finalized = Optional.of(end);
        if (willFail.isPresent()) {
            media.discard();
        } else {
            media.keepAs(end.sha256());
        }
    }

    synchronized void polled() {
        if (finalized.isPresent()) {
            polls++;
        }
    }

    /** Where it stands at this moment; {@code pollsCount} where its owner can see it. */
    synchronized State state(Instant now, LinkedInSettings settings, boolean pollsCount) {
        if (finalized.isEmpty()) {
            return State.WAITING_UPLOAD;
        }
        boolean early = now.isBefore(finalized.get().at().plus(settings.processingTime()));
        if (early || pollsCount && settings.pollsUntilAvailable() > 0 && polls <= settings.pollsUntilAvailable()) {
            return State.PROCESSING;
        }
        return willFail.isPresent() ? State.PROCESSING_FAILED : State.AVAILABLE;
    }

    synchronized Optional<String> failureReason() {
        return willFail;
    }

    /** Of the whole file, hex; empty before it is finalised. */
    synchronized Optional<String> sha256() {
        return finalized.map(Finalized::sha256);
    }

    /** The upload as the admin API shows it; {@code received} counts every byte that came, kept or not. */
    public record Snapshot(
            String urn, String owner, long size, long received, int parts, long partsDone, boolean finalized) {}

    synchronized Snapshot snapshot() {
        long done = parts.stream().filter(part -> part.etag().isPresent()).count();
        return new Snapshot(
                start.urn(), start.owner(), start.size(), received, parts.size(), done, finalized.isPresent());
    }
}
