package io.cliprelay.worker.media;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MediaFailuresTest {

    @ParameterizedTest
    @CsvSource({
        "https://host/clip.mp4?X-Amz-Signature=secret, https://host/clip.mp4",
        "https://host/clip.mp4, https://host/clip.mp4",
        "s3://bucket/a%3Fb.mp4, s3://bucket/a%3Fb.mp4",
        "file:///home/me/clip.mp4, file:///home/me/clip.mp4"
    })
    void addressesAreShownWithoutWhatMayBeASignature(URI uri, String shown) {
        assertThat(MediaFailures.shown(uri)).isEqualTo(shown);
        assertThat(MediaFailures.changedSinceBegun(uri).getMessage()).doesNotContain("secret");
    }
}
