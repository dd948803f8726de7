package io.cliprelay.analytics.fact;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

/**
 * Where what is known of an upload stands.
 *
 * @param createdAt the instant that its clip's id carries; the epoch where it carries none
 */
public record UploadKey(Instant createdAt, UUID uploadId) implements Comparable<UploadKey> {

    private static final int TIME_ORDERED = 7;
    private static final long NO_ID_IS_OLDER =
            Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final Comparator<UploadKey> ORDER =
            Comparator.comparing(UploadKey::createdAt).thenComparing(UploadKey::uploadId);

    public UploadKey {
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(uploadId, "uploadId");
    }

    /** The key of a clip's upload: the same whichever event names the two. */
    public static UploadKey of(UUID clipId, UUID uploadId) {
        long millis = clipId.version() == TIME_ORDERED ? clipId.getMostSignificantBits() >>> 16 : 0;
        return new UploadKey(millis < NO_ID_IS_OLDER ? Instant.EPOCH : Instant.ofEpochMilli(millis), uploadId);
    }

    /** Whether it carries an instant. */
    public boolean dated() {
        return !createdAt.equals(Instant.EPOCH);
    }

    @Override
    public int compareTo(UploadKey other) {
        return ORDER.compare(this, other);
    }
}
