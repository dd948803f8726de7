package io.cliprelay.worker.media;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpServerRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import io.cliprelay.contracts.clip.MediaReference;
import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Media from a host that answers well, and from hosts that do not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // one certificate for all tests
class HttpsRangesTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");
    private static final String CONTENT = "as good as a video";

    @TempDir
    static Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicReference<String> tag = new AtomicReference<>("\"one\"");
    private final AtomicReference<String> askedHost = new AtomicReference<>();
    private TlsHost host;

    @BeforeAll
    void open() {
        host = new TlsHost(vertx, folder, this::answer);
    }

    @BeforeEach
    void fresh() {
        tag.set("\"one\"");
        askedHost.set(null);
    }

    @AfterAll
    void close() {
        host.close();
        vertx.closeAndAwait();
    }

    @Test
    void aRangeGivesExactlyTheBytesThatWereAskedFor() {
        HttpsMedia media = media("/clip");

        assertThat(media.size()).isEqualTo(CONTENT.length());
        assertThat(text(media, 3, 7)).isEqualTo(CONTENT.substring(3, 10));
    }

    @Test
    void theHostIsAskedByItsNameAtTheAddressThatWasChecked() {
        get(ranges("/clip").describe());

        assertThat(askedHost).hasValue("media.example:" + host.port());
    }

    @Test
    void aHostWithoutRangesIsRefused() {
        assertRefused("media.no-ranges", ranges("/whole").describe());
    }

    @Test
    void aRedirectIsNotFollowed() {
        assertRefused("media.missing", ranges("/moved").describe());
    }

    @Test
    void mediaThatIsNotThereIsMissing() {
        assertRefused("media.missing", ranges("/nowhere").describe());
    }

    @Test
    void aBusyHostIsAskedAgainLater() {
        UploadException busy = assertRefused("media.host-busy", ranges("/busy").describe());

        assertThat(busy.failure().category()).isEqualTo("transient");
    }

    @Test
    void anotherRangeThanTheOneAskedForIsRefused() {
        HttpsMedia media = media("/shifted");

        assertRefused("media.wrong-range", media.range(3, 7).bytes().collect().asList());
    }

    @Test
    void mediaThatChangedSinceItWasOpenedIsRefused() {
        HttpsMedia media = media("/clip");

        tag.set("\"two\"");

        assertRefused("media.changed", media.verifyUnchanged());
        // If-Range holds no more: the host answers with all of it instead of the range.
        assertRefused("media.changed", media.range(3, 7).bytes().collect().asList());
    }

    @Test
    void mediaOfAnotherSizeThanSubmittedIsRefused() {
        HttpsRanges ranges = ranges("/clip");

        assertRefused("media.changed", ranges.describe().map(found -> ranges.requireSize(Optional.of(1L), found)));
    }

    @Test
    void aHostWhoseCertificateIsNotTrustedIsNotSpokenTo() {
        HttpClient stranger = vertx.createHttpClient(new HttpClientOptions().setSsl(true));
        HttpsRanges ranges = new HttpsRanges(stranger, uri("/clip"), InetAddress.getLoopbackAddress(), LIMIT);

        assertRefused("media.host-unreachable", ranges.describe());
        assertThat(askedHost).hasNullValue();
    }

    @Test
    void aHostAtAPrivateAddressIsRefusedBeforeAnythingIsSent() {
        HttpsMediaSource source = new HttpsMediaSource(vertx, new Nobody(Set.of(folder)));
        URI inside = URI.create("https://127.0.0.1:" + host.port() + "/clip");
        MediaReference reference = new MediaReference(inside, Optional.empty(), Optional.empty(), Optional.empty());

        assertRefused("media.address-not-public", source.open(reference));
        assertThat(askedHost).hasNullValue();
        source.close();
    }

    /** No private host is exempt. */
    private record Nobody(Set<Path> roots) implements MediaConfig {

        @Override
        public Optional<Set<String>> httpsAllowedHosts() {
            return Optional.empty();
        }

        @Override
        public Duration httpsTimeout() {
            return LIMIT;
        }
    }

    private void answer(HttpServerRequest request) {
        askedHost.set(request.getHeader("Host"));
        switch (request.path()) {
            case "/clip" -> partial(request, 0);
            case "/shifted" -> partial(request, 1);
            case "/whole" -> request.response().endAndForget(CONTENT);
            case "/moved" ->
                request.response()
                        .setStatusCode(302)
                        .putHeader("Location", "/clip")
                        .endAndForget();
            case "/busy" -> request.response().setStatusCode(503).endAndForget();
            default -> request.response().setStatusCode(404).endAndForget();
        }
    }

    private void partial(HttpServerRequest request, int shift) {
        String expected = request.getHeader("If-Range");
        Matcher range = RANGE.matcher(request.getHeader("Range"));
        if (!range.matches() || (expected != null && !expected.equals(tag.get()))) {
            request.response().endAndForget(CONTENT);
            return;
        }
        int from = Integer.parseInt(range.group(1)) + shift;
        int to = Integer.parseInt(range.group(2)) + shift;
        request.response()
                .setStatusCode(206)
                .putHeader("ETag", tag.get())
                .putHeader("Content-Range", "bytes %d-%d/%d".formatted(from, to, CONTENT.length()))
                .endAndForget(CONTENT.substring(from, to + 1));
    }

    private HttpsMedia media(String path) {
        HttpsRanges ranges = ranges(path);
        return new HttpsMedia(ranges, get(ranges.describe()));
    }

    private HttpsRanges ranges(String path) {
        return new HttpsRanges(host.client(), uri(path), InetAddress.getLoopbackAddress(), LIMIT);
    }

    private URI uri(String path) {
        return URI.create("https://media.example:" + host.port() + path);
    }

    private static String text(HttpsMedia media, long offset, long length) {
        return get(media.range(offset, length).bytes().collect().in(Buffer::buffer, Buffer::appendBuffer))
                .toString(StandardCharsets.UTF_8);
    }

    private static <T> T get(Uni<T> work) {
        return work.await().atMost(LIMIT);
    }

    private static UploadException assertRefused(String code, Uni<?> work) {
        UploadException refused = catchThrowableOfType(UploadException.class, () -> get(work));
        assertThat(refused.failure().reason().code()).isEqualTo(code);
        return refused;
    }
}
