package io.cliprelay.gateway.media;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublicHostTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.7.8",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "[64:ff9b::a00:1]",
                "[2002:a00:1::]",
                "[::1]",
                "[fe80::1]",
                "[fd00::1]",
                "[::ffff:127.0.0.1]",
                "localhost",
                "db.localhost",
                "printer.local",
                "2130706433",
                "0x7f.1",
                "127.1",
                "999.1.1.1"
            })
    void aPrivateOrOddHostIsNotPublic(String host) {
        assertThat(PublicHost.mayBe(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"videos.example.org", "8.8.8.8", "[2001:4860:4860::8888]", "4k.example", "100.128.0.1"})
    void aNameOrAPublicAddressMayBe(String host) {
        assertThat(PublicHost.mayBe(host)).isTrue();
    }
}
