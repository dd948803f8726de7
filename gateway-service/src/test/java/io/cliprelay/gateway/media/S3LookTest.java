package io.cliprelay.gateway.media;

import java.net.URI;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class S3LookTest {

    private final S3Look look = new S3Look(Set.of("my_videos"));

    @Test
    void anObjectInAnAllowedBucketIsUsable() {
        assertThat(look.at(URI.create("s3://my_videos/a%20b.mp4"), MediaKind.VIDEO))
                .isInstanceOf(Finding.Usable.class);
    }

    @Test
    void anObjectInAnotherBucketIsNot() {
        assertUnusable("s3://others/a.mp4", "media.bucket-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3:a.mp4", "s3:///a.mp4", "s3://my_videos", "s3://my_videos/", "s3://my_videos/a?b=c"})
    void whatNamesNoObjectIsNot(String uri) {
        assertUnusable(uri, "media.uri.invalid");
    }

    private void assertUnusable(String uri, String code) {
        assertThat(look.at(URI.create(uri), MediaKind.VIDEO))
                .isInstanceOfSatisfying(Finding.Unusable.class, finding -> assertThat(finding.code())
                        .isEqualTo(code));
    }
}
