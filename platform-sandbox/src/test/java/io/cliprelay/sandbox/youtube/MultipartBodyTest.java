package io.cliprelay.sandbox.youtube;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MultipartBodyTest {

    private static final String MEDIA = "bytes\r\n--sep with what looks like an end --sepp\r\n";
    private static final String BODY = "--sep-1\r\nContent-Type: application/json\r\n\r\n{\"ä\":1}\r\n"
            + "--sep-1\r\nContent-Type: video/mp4\r\n\r\n" + MEDIA + "\r\n--sep-1--\r\n";

    private final StringBuilder seen = new StringBuilder();
    private final MultipartBody body = new MultipartBody("sep-1", new MultipartBody.Parts() {
        @Override
        public void metadata(String json, String mediaType) {
            seen.append(json).append(' ').append(mediaType).append(' ');
        }

        @Override
        public void media(Buffer bytes) {
            seen.append(bytes.toString(StandardCharsets.ISO_8859_1));
        }
    });

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 16, 64, 100_000})
    void partsComeApartHoweverTheBytesArrive(int step) {
        byte[] bytes = BODY.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from += step) {
            body.add(Buffer.buffer(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + step))));
        }
        body.end();

        assertThat(seen).hasToString("{\"ä\":1} video/mp4 " + MEDIA);
    }

    @Test
    void aBodyWithoutItsEndIsRefused() {
        body.add(Buffer.buffer(BODY.substring(0, BODY.length() - 8)));

        assertThatThrownBy(body::end).isInstanceOf(ApiRefusal.class);
    }

    @Test
    void theBoundaryMayBeQuoted() {
        assertThat(MultipartBody.boundary("multipart/related; boundary=\"a b\"; x=y"))
                .contains("a b");
        assertThat(MultipartBody.boundary("Multipart/Related; Boundary=a")).contains("a");
        assertThat(MultipartBody.boundary("application/json")).isEmpty();
        assertThat(MultipartBody.boundary(null)).isEmpty();
    }
}
