package io.cliprelay.linkedin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;

import io.cliprelay.worker.spi.RemoteHandle;

/**
 * All that has to be remembered of an upload, as the text of a handle: LinkedIn tells the parts' addresses once, and does
 * not tell which parts it has. Whoever has it may upload, so that it never shows.
 *
 * @param urlsExpireAt in milliseconds since 1970
 * @param thumbnailUrl null where no thumbnail was announced
 * @param finalizedAt when LinkedIn was told that all parts are there, in milliseconds since 1970; null before
 */
record VideoTicket(
        String video, String uploadToken, long urlsExpireAt, List<Part> parts, String thumbnailUrl, Long finalizedAt) {

    VideoTicket {
        parts = List.copyOf(parts);
    }

    /**
     * One part.
     *
     * @param lastByte inclusive
     * @param etag LinkedIn's receipt, without quotes; null while it has none
     */
    record Part(String url, long firstByte, long lastByte, String etag) {

        long length() {
            return lastByte - firstByte + 1;
        }

        @JsonIgnore
        boolean isMissing() {
            return etag == null;
        }

        @Override
        public String toString() {
            return "Part[" + firstByte + "-" + lastByte + "]";
        }
    }

    static VideoTicket of(RemoteHandle handle) {
        try {
            return Json.MAPPER.readValue(handle.value(), VideoTicket.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored handle of LinkedIn cannot be read");
        }
    }

    /** As a handle of the session that {@code before} named. */
    RemoteHandle handle(RemoteHandle before) {
        return new RemoteHandle(Json.text(this), before.openedAt());
    }

    /** The first byte that LinkedIn has not acknowledged; the size where it has all. */
    long firstMissingByte() {
        return parts.stream()
                .filter(Part::isMissing)
                .mapToLong(Part::firstByte)
                .findFirst()
                .orElseGet(() -> parts.getLast().lastByte() + 1);
    }

    boolean hasAllParts() {
        return parts.stream().noneMatch(Part::isMissing);
    }

    /** The parts that are missing of a range. */
    List<Part> missingWithin(long offset, long length) {
        return parts.stream()
                .filter(part -> part.isMissing() && part.firstByte() >= offset && part.lastByte() < offset + length)
                .toList();
    }

    /** The length of the next so many parts. */
    long lengthOf(int count, long offset) {
        return parts.stream()
                .filter(part -> part.lastByte() >= offset)
                .limit(count)
                .mapToLong(Part::lastByte)
                .max()
                .stream()
                .map(last -> last + 1 - offset)
                .findFirst()
                .orElse(1);
    }

    /** With these receipts, by the first byte of their parts. */
    VideoTicket with(Map<Long, String> etags) {
        List<Part> filled = new ArrayList<>();
        parts.forEach(part -> filled.add(new Part(
                part.url(), part.firstByte(), part.lastByte(), etags.getOrDefault(part.firstByte(), part.etag()))));
        return new VideoTicket(video, uploadToken, urlsExpireAt, filled, thumbnailUrl, finalizedAt);
    }

    VideoTicket finalizedAt(Instant at) {
        return new VideoTicket(video, uploadToken, urlsExpireAt, parts, thumbnailUrl, at.toEpochMilli());
    }

    @JsonIgnore
    Optional<Instant> finalizedSince() {
        return Optional.ofNullable(finalizedAt).map(Instant::ofEpochMilli);
    }

    boolean expiredBy(Instant now) {
        return !now.isBefore(Instant.ofEpochMilli(urlsExpireAt));
    }

    @Override
    public String toString() {
        return "VideoTicket[" + video + "]";
    }
}
