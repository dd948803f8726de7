package io.cliprelay.sandbox.youtube;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.vertx.core.buffer.Buffer;

/**
 * A {@code multipart/related} body of two parts, metadata and media, read as it comes (RFC 2387). The metadata is kept
 * until it is complete, of the media only as many bytes as the closing delimiter may take.
 */
final class MultipartBody {

    private static final Pattern BOUNDARY = Pattern.compile("(?i)multipart/related.*boundary=\"?([^\";]+)\"?.*");
    private static final int LONGEST_HEAD = 1 << 20;

    private final byte[] delimiter;
    private final Parts parts;
    private Buffer held = Buffer.buffer();
    private boolean inMedia;

    /** Where the parts go, in this order. */
    interface Parts {
        void metadata(String json, String mediaType);

        void media(Buffer bytes);
    }

    MultipartBody(String boundary, Parts parts) {
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        this.parts = parts;
    }

    static Optional<String> boundary(String contentType) {
        return Optional.ofNullable(contentType)
                .map(BOUNDARY::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1));
    }

    /**
     * Takes the next bytes.
     *
     * @throws ApiRefusal if the metadata does not end
     */
    void add(Buffer bytes) {
        held.appendBuffer(bytes);
        if (!inMedia) {
            readHead();
        }
        if (inMedia) {
            passMedia();
        }
    }

    private void readHead() {
        String text = held.toString(StandardCharsets.ISO_8859_1);
        String mark = new String(delimiter, StandardCharsets.ISO_8859_1);
        int jsonStart = text.indexOf("\r\n\r\n");
        int second = jsonStart < 0 ? -1 : text.indexOf(mark, jsonStart + 4);
        int mediaStart = second < 0 ? -1 : text.indexOf("\r\n\r\n", second + mark.length());
        if (mediaStart < 0) {
            if (held.length() > LONGEST_HEAD) {
                throw ApiRefusal.of("parseError");
            }
            return;
        }
        String json = held.getString(jsonStart + 4, second, "UTF-8");
        inMedia = true;
        String headers = text.substring(second + mark.length(), mediaStart);
        held = held.getBuffer(mediaStart + 4, held.length());
        parts.metadata(json, mediaType(headers));
    }

    private static String mediaType(String headers) {
        return headers.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
                .map(line -> line.substring(13).strip())
                .findFirst()
                .orElse("application/octet-stream");
    }

    private void passMedia() {
        int mayBeDelimiter = delimiter.length + 4;
        int sure = held.length() - mayBeDelimiter;
        if (sure > 0) {
            parts.media(held.getBuffer(0, sure));
            held = held.getBuffer(sure, held.length());
        }
    }

    /**
     * The body has ended: passes the last bytes of the media.
     *
     * @throws ApiRefusal if the closing delimiter is missing
     */
    void end() {
        byte[] rest = held.getBytes();
        for (int at = 0; inMedia && at + delimiter.length <= rest.length; at++) {
            if (Arrays.equals(rest, at, at + delimiter.length, delimiter, 0, delimiter.length)) {
                if (at > 0) {
                    parts.media(held.getBuffer(0, at));
                }
                return;
            }
        }
        throw ApiRefusal.of("parseError", "The multipart body is not complete.");
    }
}
