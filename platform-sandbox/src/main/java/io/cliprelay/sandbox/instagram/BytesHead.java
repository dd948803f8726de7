package io.cliprelay.sandbox.instagram;

import java.util.Optional;

import io.vertx.core.http.HttpServerRequest;

/**
 * What a request with bytes says of them.
 *
 * @param offset of the first byte in the body
 * @param fileSize of the whole file
 */
record BytesHead(long offset, long fileSize) {

    private static final String SCHEME = "OAuth ";

    /**
     * Reads the headers.
     *
     * @throws UploadRefusal where one is missing or no number
     */
    static BytesHead of(HttpServerRequest request) {
        return new BytesHead(number(request, "offset", "Offset"), number(request, "file_size", "File_Size"));
    }

    /** The scheme is not {@code Bearer} here. */
    static Optional<String> token(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(value -> value.startsWith(SCHEME))
                .map(value -> value.substring(SCHEME.length()).trim());
    }

    private static long number(HttpServerRequest request, String header, String shown) {
        return Optional.ofNullable(request.getHeader(header))
                .filter(value -> value.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(() -> UploadRefusal.of(
                        "ParameterValidationError",
                        "HeaderValuePredicate: Header " + shown + " not convertable to unsigned long"));
    }
}
