package io.cliprelay.scheduler.capacity;

/**
 * What comes due in a stretch of time.
 *
 * @param bytes of those whose size is known
 */
public record Load(long uploads, long bytes) {

    public static final Load NONE = new Load(0, 0);

    public Load {
        if (uploads < 0 || bytes < 0) {
            throw new IllegalArgumentException("%d uploads of %d bytes".formatted(uploads, bytes));
        }
    }

    /** Both together. */
    public Load and(Load other) {
        return new Load(uploads + other.uploads, bytes + other.bytes);
    }
}
