package io.cliprelay.sandbox.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads a request body that is known to be small. */
public final class SmallBody {

    private static final int LIMIT = 4 << 20;

    private SmallBody() {}

    /** Fails with an IllegalArgumentException when the body exceeds 4 MiB, else only when the client goes away. */
    public static Future<Buffer> of(HttpServerRequest request) {
        Promise<Buffer> whole = Promise.promise();
        Buffer body = Buffer.buffer();
        request.exceptionHandler(whole::tryFail);
        request.handler(part -> {
            if (body.length() <= LIMIT) {
                body.appendBuffer(part);
            }
        });
        request.endHandler(end -> whole.tryComplete(body));
        request.resume();
        return whole.future().map(SmallBody::checked);
    }

    private static Buffer checked(Buffer body) {
        if (body.length() > LIMIT) {
            throw new IllegalArgumentException("The body exceeds " + LIMIT + " bytes.");
        }
        return body;
    }
}
