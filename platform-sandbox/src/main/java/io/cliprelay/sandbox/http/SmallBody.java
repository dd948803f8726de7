package io.cliprelay.sandbox.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads a request body that is known to be small, undoing gzip: Google's clients compress metadata. */
public final class SmallBody {

    private static final int LIMIT = 4 << 20;

    private SmallBody() {}

    /** Fails when the client goes away, when the body exceeds 4 MiB, and when it is no gzip though it says so. */
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
        boolean zipped = "gzip".equalsIgnoreCase(request.getHeader("Content-Encoding"));
        return whole.future().map(bytes -> zipped ? unzipped(bytes) : checked(bytes));
    }

    private static Buffer checked(Buffer body) {
        if (body.length() > LIMIT) {
            throw new IllegalArgumentException("The body exceeds " + LIMIT + " bytes.");
        }
        return body;
    }

    private static Buffer unzipped(Buffer body) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(checked(body).getBytes()))) {
            return Buffer.buffer(in.readNBytes(LIMIT));
        } catch (IOException e) {
            throw new IllegalArgumentException("The body is not gzip, though Content-Encoding says so.", e);
        }
    }
}
