package io.cliprelay.gateway.media;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Recognises video containers by their first bytes; a name proves nothing. */
final class VideoContainers {

    /** So many bytes show every container: three packets of a transport stream with time stamps. */
    static final int HEAD_BYTES = 1024;

    /** Brands of ISO 14496-12 files that hold sound or still images. */
    private static final Set<String> NO_VIDEO =
            Set.of("M4A ", "M4B ", "M4P ", "avif", "heic", "heix", "heif", "mif1", "jpeg", "crx ");

    /** Atoms that a QuickTime file from before the file type atom may begin with (QuickTime File Format, Apple). */
    private static final Set<String> QUICKTIME_ATOMS = Set.of("moov", "mdat", "wide", "free", "skip", "pnot");

    private VideoContainers() {}

    static Optional<String> contentType(byte[] head) {
        return Stream.<Function<byte[], Optional<String>>>of(
                        VideoContainers::isoMedia,
                        VideoContainers::matroska,
                        VideoContainers::simple,
                        VideoContainers::transportStream)
                .flatMap(container -> container.apply(head).stream())
                .findFirst();
    }

    private static Optional<String> isoMedia(byte[] head) {
        String atom = Magic.textAt(head, 4, 4);
        if (QUICKTIME_ATOMS.contains(atom)) {
            return Optional.of("video/quicktime");
        }
        return atom.equals("ftyp") ? branded(Magic.textAt(head, 8, 4)) : Optional.empty();
    }

    private static Optional<String> branded(String brand) {
        if (NO_VIDEO.contains(brand)) {
            return Optional.empty();
        }
        if (brand.equals("qt  ")) {
            return Optional.of("video/quicktime");
        }
        return Optional.of(
                brand.startsWith("3gp") ? "video/3gpp" : brand.startsWith("3g2") ? "video/3gpp2" : "video/mp4");
    }

    private static Optional<String> matroska(byte[] head) {
        if (!Magic.bytesAt(head, 0, "1a45dfa3")) {
            return Optional.empty();
        }
        return Optional.of(Magic.textAt(head, 0, 64).contains("webm") ? "video/webm" : "video/x-matroska");
    }

    private static Optional<String> simple(byte[] head) {
        if (Magic.textAt(head, 0, "RIFF") && Magic.textAt(head, 8, "AVI ")) {
            return Optional.of("video/x-msvideo");
        }
        if (Magic.bytesAt(head, 0, "464c5601")) {
            return Optional.of("video/x-flv");
        }
        if (Magic.bytesAt(head, 0, "3026b2758e66cf11a6d900aa0062ce6c")) {
            return Optional.of("video/x-ms-wmv");
        }
        boolean programStream = Magic.bytesAt(head, 0, "000001ba") || Magic.bytesAt(head, 0, "000001b3");
        return programStream ? Optional.of("video/mpeg") : Optional.empty();
    }

    /** Packets of 188 bytes that each begin with 0x47 (ISO 13818-1), or of 192 with a time stamp before each. */
    private static Optional<String> transportStream(byte[] head) {
        return synchronised(head, 0, 188) || synchronised(head, 4, 192) ? Optional.of("video/mp2t") : Optional.empty();
    }

    private static boolean synchronised(byte[] head, int first, int packet) {
        return IntStream.range(0, 3).allMatch(n -> Magic.bytesAt(head, first + n * packet, "47"));
    }
}
