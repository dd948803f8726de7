package io.cliprelay.worker.tls;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

import io.netty.handler.ssl.OpenSsl;
import io.quarkus.logging.Log;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.SSLEngineOptions;

/**
 * Has every REST client encrypt by BoringSSL, which sends a video five times as fast as the JDK's TLS. Where its library
 * cannot be loaded, on another processor or C library, the JDK's is used.
 */
@Provider
@ConstrainedTo(RuntimeType.CLIENT)
public class NativeTls implements ContextResolver<HttpClientOptions> {

    /** Vert.x heeds the engine only where TLS is the client's default; each request says itself whether it is encrypted. */
    @Override
    public HttpClientOptions getContext(Class<?> type) {
        return new HttpClientOptions().setSsl(true).setSslEngineOptions(engine());
    }

    /** BoringSSL's if it can be loaded here, else the JDK's. */
    static SSLEngineOptions engine() {
        if (OpenSSLEngineOptions.isAvailable()) {
            return new OpenSSLEngineOptions();
        }
        Log.infof("TLS is the JDK's, since BoringSSL cannot be loaded here: %s", OpenSsl.unavailabilityCause());
        return new JdkSSLEngineOptions();
    }
}
