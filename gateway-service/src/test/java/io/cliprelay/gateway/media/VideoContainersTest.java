package io.cliprelay.gateway.media;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VideoContainersTest {

    @ParameterizedTest
    @CsvSource({
        "000000186674797069736f6d00000200, video/mp4",
        "000000186674797071742020, video/quicktime",
        "00000008 6d6f6f76, video/quicktime",
        "000000186674797033677034, video/3gpp",
        "1a45dfa39f4286810142f7810142f2810442f381084282847765626d, video/webm",
        "1a45dfa3a34286810142f7810142f2810442f381084282886d6174726f736b61, video/x-matroska",
        "524946460000000041564920, video/x-msvideo",
        "464c560105, video/x-flv",
        "3026b2758e66cf11a6d900aa0062ce6c, video/x-ms-wmv",
        "000001ba44, video/mpeg",
        "000001b316, video/mpeg"
    })
    void aVideoIsKnownByItsFirstBytes(String head, String contentType) {
        assertThat(VideoContainers.contentType(bytes(head))).contains(contentType);
    }

    @Test
    void aTransportStreamIsKnownByItsPackets() {
        byte[] stream = new byte[1024];
        for (int packet = 0; packet < stream.length; packet += 188) {
            stream[packet] = 0x47;
        }

        assertThat(VideoContainers.contentType(stream)).contains("video/mp2t");
    }

    @ParameterizedTest
    @CsvSource({
        "89504e470d0a1a0a, a PNG",
        "ffd8ffe0, a JPEG",
        "52494646000000005741564520, a WAV",
        "00000018667479704d344120, sound in MP4",
        "000000186674797061766966, a still image in MP4",
        "255044462d312e37, a PDF",
        "47, one byte"
    })
    void whatIsNoVideoIsNotTakenForOne(String head, String what) {
        assertThat(VideoContainers.contentType(bytes(head))).as(what).isEmpty();
    }

    @Test
    void aNameProvesNothing() {
        assertThat(VideoContainers.contentType("video.mp4".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(VideoContainers.contentType(new byte[0])).isEmpty();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
