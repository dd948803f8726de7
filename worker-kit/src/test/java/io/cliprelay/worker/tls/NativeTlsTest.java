package io.cliprelay.worker.tls;

import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

class NativeTlsTest {

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void takesBoringSslWhereItsLibraryIs() {
        assertThat(NativeTls.engine()).isInstanceOf(OpenSSLEngineOptions.class);
    }

    @Test
    void givesEachClientOptionsOfItsOwn() {
        NativeTls tls = new NativeTls();

        assertThat(tls.getContext(HttpClientOptions.class)).isNotSameAs(tls.getContext(HttpClientOptions.class));
    }
}
