package io.cliprelay.worker.media;

import java.net.UnknownHostException;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.cliprelay.worker.spi.UploadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublicAddressesTest {

    @Test
    void aHostAtAPrivateAddressIsRefused() {
        PublicAddresses addresses = new PublicAddresses(Set.of());

        assertThatThrownBy(() -> addresses.of("localhost"))
                .isInstanceOfSatisfying(
                        UploadException.class,
                        refused -> assertThat(refused.failure().reason().code()).isEqualTo("media.address-not-public"));
    }

    @Test
    void aHostThatTheOperatorExemptedIsNot() throws UnknownHostException {
        assertThat(new PublicAddresses(Set.of("localhost")).of("localhost").isLoopbackAddress())
                .isTrue();
    }

    @Test
    void howAnExemptHostIsSpeltDoesNotMatter() throws UnknownHostException {
        assertThat(new PublicAddresses(Set.of("localhost")).of("LocalHost").isLoopbackAddress())
                .isTrue();
        assertThat(new PublicAddresses(Set.of("LOCALHOST")).of("localhost").isLoopbackAddress())
                .isTrue();
    }
}
