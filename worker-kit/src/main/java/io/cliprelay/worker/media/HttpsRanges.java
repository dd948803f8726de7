package io.cliprelay.worker.media;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;

import io.cliprelay.worker.spi.UploadException;

/** Requests for parts of one file by HTTP (RFC 9110, section 14), each checked to be the part that was asked for. */
record HttpsRanges(HttpClient client, URI uri, InetAddress address, Duration timeout) {

    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");
    private static final int HTTPS = 443;

    /**
     * What the host says of the file.
     *
     * @param validator tells versions apart (RFC 9110, section 13.1.5): a strong entity tag, else the time of change
     */
    record Description(long size, Optional<String> validator) {}

    /** Asks for the first byte, to learn the rest. */
    Uni<Description> describe() {
        return request("bytes=0-0", Optional.empty()).map(this::described);
    }

    /** The bytes of a range, of the version that was described. */
    Multi<Buffer> bytes(long offset, long length, Description expected) {
        return request("bytes=%d-%d".formatted(offset, offset + length - 1), expected.validator())
                .onItem()
                .transformToMulti(response -> checked(response, offset, length, expected));
    }

    /** Fails where the size is not the one that was known at submission. */
    Description requireSize(Optional<Long> submitted, Description found) {
        submitted.ifPresent(size -> requireSame(new Description(size, found.validator()), found));
        return found;
    }

    void requireSame(Description before, Description now) {
        if (!before.equals(now)) {
            throw MediaFailures.of(
                    "media.changed",
                    "The media at %s has changed: %s before, %s now".formatted(shown(), before, now),
                    "Submit the clip again with media that stays as it is.");
        }
    }

    private Uni<HttpClientResponse> request(String range, Optional<String> validator) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(port(), address.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port())
                .setURI(pathAndQuery())
                .setFollowRedirects(false)
                .setTimeout(timeout.toMillis())
                .putHeader("Range", range)
                .putHeader("Accept-Encoding", "identity");
        // If-Range: a host whose file has changed answers with all of it, which is refused below.
        validator.ifPresent(value -> options.putHeader("If-Range", value));
        return client.request(options)
                .chain(HttpClientRequest::send)
                .onFailure(lost -> !(lost instanceof UploadException))
                .transform(lost -> MediaFailures.passing(
                        "media.host-unreachable",
                        "No answer for the media at %s: %s".formatted(shown(), lost.getMessage()),
                        "Check that the host is up; it is tried again."));
    }

    /** The head says it all; whatever body a host sends along, however long, is not read. */
    private Description described(HttpClientResponse response) {
        try {
            return description(response);
        } finally {
            response.request().reset();
        }
    }

    private Multi<Buffer> checked(HttpClientResponse response, long offset, long length, Description expected) {
        requireStillValid(response, expected);
        Description found = description(response);
        requireSame(expected, found);
        Matcher range = contentRange(response);
        if (Long.parseLong(range.group(1)) != offset || Long.parseLong(range.group(2)) != offset + length - 1) {
            throw MediaFailures.of(
                    "media.wrong-range",
                    "The host of %s answered with another range: %s".formatted(shown(), range.group()),
                    "Use a host that answers range requests as asked.");
        }
        return response.toMulti()
                .onFailure()
                .transform(this::broken)
                .onCancellation()
                .invoke(() -> response.request().reset());
    }

    /** All of the file instead of a range: what If-Range asks for where the validator holds no more. */
    private void requireStillValid(HttpClientResponse response, Description expected) {
        if (response.statusCode() == 200 && expected.validator().isPresent()) {
            response.request().reset();
            throw MediaFailures.of(
                    "media.changed",
                    "The media at %s has changed: it is no longer %s".formatted(shown(), expected),
                    "Submit the clip again with media that stays as it is.");
        }
    }

    private UploadException broken(Throwable lost) {
        return MediaFailures.passing(
                "media.host-unreachable",
                "The media at %s broke off: %s".formatted(shown(), lost.getMessage()),
                "Check that the host is up; it is tried again.");
    }

    private String shown() {
        return MediaFailures.shown(uri);
    }

    private Description description(HttpClientResponse response) {
        requirePartial(response);
        // A weak tag stays the same over changes of bytes, and may not stand in If-Range.
        Optional<String> validator = Optional.ofNullable(response.getHeader("ETag"))
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> Optional.ofNullable(response.getHeader("Last-Modified")));
        return new Description(Long.parseLong(contentRange(response).group(3)), validator);
    }

    private void requirePartial(HttpClientResponse response) {
        int status = response.statusCode();
        if (status == 206) {
            return;
        }
        if (status >= 500 || status == 429) {
            throw MediaFailures.passing(
                    "media.host-busy",
                    "The host of %s answered HTTP %d".formatted(shown(), status),
                    "It is tried again.");
        }
        throw MediaFailures.of(
                status == 200 ? "media.no-ranges" : "media.missing",
                "A range of the media at %s was asked for and the host answered HTTP %d".formatted(shown(), status),
                status == 200
                        ? "Use a host that answers range requests (206)."
                        : "Check the URI, without redirects, and submit the clip again.");
    }

    private Matcher contentRange(HttpClientResponse response) {
        String header = Optional.ofNullable(response.getHeader("Content-Range")).orElse("");
        Matcher range = CONTENT_RANGE.matcher(header);
        if (!range.matches()) {
            throw MediaFailures.of(
                    "media.no-ranges",
                    "The host of %s answered without a usable Content-Range: \"%s\"".formatted(shown(), header),
                    "Use a host that answers range requests with the size of the file.");
        }
        return range;
    }

    private int port() {
        return uri.getPort() == -1 ? HTTPS : uri.getPort();
    }

    private String pathAndQuery() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
