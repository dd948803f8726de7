package io.cliprelay.tiktok;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UploadHostsTest {

    private static final List<String> TIKTOKS = List.of(".tiktokapis.com");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://open-upload.tiktokapis.com/video/?upload_id=1&upload_token=2",
                "https://upload.us.tiktokapis.com/video/?upload_id=1"
            })
    void bytesGoToTikToksHosts(String url) {
        assertThat(UploadHosts.isAllowed(url, TIKTOKS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tiktokapis.com.example.org/video/",
                "https://eviltiktokapis.com/video/",
                "https://example.org/?x=.tiktokapis.com",
                "/video/",
                "no url at all"
            })
    void andToNobodyElses(String url) {
        assertThat(UploadHosts.isAllowed(url, TIKTOKS)).isFalse();
    }
}
