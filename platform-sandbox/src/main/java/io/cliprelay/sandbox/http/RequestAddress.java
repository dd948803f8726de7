package io.cliprelay.sandbox.http;

import io.vertx.core.http.HttpServerRequest;

/** The address under which a client reached the sandbox; what it is sent back must lead there again. */
public final class RequestAddress {

    private RequestAddress() {}

    /** Scheme and authority as the client wrote them, without a slash at the end. */
    public static String base(HttpServerRequest request) {
        return request.scheme() + "://" + request.authority();
    }
}
