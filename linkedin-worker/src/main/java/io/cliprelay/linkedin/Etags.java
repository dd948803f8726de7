package io.cliprelay.linkedin;

import java.util.Optional;

/** Receipts for parts come in two shapes, in quotes and without; LinkedIn wants them back without. */
final class Etags {

    private Etags() {}

    /** Without quotes; empty where the header is missing or empty. */
    static Optional<String> of(String header) {
        return Optional.ofNullable(header)
                .map(value ->
                        value.replaceFirst("^W/", "").replaceAll("^\"|\"$", "").strip())
                .filter(value -> !value.isEmpty());
    }
}
