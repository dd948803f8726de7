package io.cliprelay.worker.media;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;

/**
 * How long a video is, as its movie header says (ISO/IEC 14496-12, 8.2.2). A few short reads, wherever the header lies.
 * What is no MP4 or QuickTime file has no length here: the platform will say what it thinks of it.
 */
public final class MovieLength {

    /** A file has a handful of boxes before its end; one with more is not worth the reads. */
    private static final int MOST_BOXES = 32;

    private static final int MOVIE_HEADER = 32;
    private static final String MOVIE = "moov";

    private MovieLength() {}

    /** Reads it; empty where the file does not say. Fails as reading the media does. */
    public static Uni<Optional<Duration>> of(Media media) {
        return search(media, "ftyp", 0, 0);
    }

    /** Goes from box to box; the first has to be the one that all such files begin with. */
    private static Uni<Optional<Duration>> search(Media media, String required, long at, int seen) {
        if (seen == MOST_BOXES) {
            return none();
        }
        return read(media, at, BoxHeader.LONGEST)
                .map(bytes -> BoxHeader.read(bytes, media.size() - at)
                        .filter(box -> required.isEmpty() || required.equals(box.type())))
                .chain(found -> found.map(box -> inside(media, box, at, seen)).orElseGet(MovieLength::none));
    }

    private static Uni<Optional<Duration>> inside(Media media, BoxHeader box, long at, int seen) {
        return switch (box.type()) {
            case MOVIE -> search(media, "mvhd", at + box.header(), seen + 1);
            case "mvhd" -> read(media, at + box.header(), MOVIE_HEADER).map(MovieLength::parse);
            default -> search(media, "", at + box.size(), seen + 1);
        };
    }

    /** Times are counted in units of which the header tells how many make a second. */
    static Optional<Duration> parse(Buffer header) {
        if (header.length() < MOVIE_HEADER) {
            return Optional.empty();
        }
        boolean wide = header.getByte(0) == 1;
        long unit = header.getUnsignedInt(wide ? 20 : 12);
        long length = wide ? header.getLong(24) : header.getUnsignedInt(16);
        return unit == 0 || length < 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(length / unit).plusMillis(length % unit * 1000 / unit));
    }

    private static Uni<Buffer> read(Media media, long at, int most) {
        int length = (int) Math.min(most, media.size() - at);
        return length < 1
                ? Uni.createFrom().item(Buffer.buffer())
                : media.range(at, length)
                        .bytes()
                        .collect()
                        .in(Buffer::buffer, (all, part) -> all.appendBuffer(part.getDelegate()));
    }

    private static Uni<Optional<Duration>> none() {
        return Uni.createFrom().item(Optional.empty());
    }
}
