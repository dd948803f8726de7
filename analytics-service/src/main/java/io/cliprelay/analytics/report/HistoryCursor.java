package io.cliprelay.analytics.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import io.cliprelay.analytics.fact.UploadKey;

/** The last upload of a page: the next begins behind it, whatever was added meanwhile. */
record HistoryCursor(UploadKey last) {

    /** Reads what {@link #text} wrote; throws {@link IllegalArgumentException} where it did not. */
    static HistoryCursor parse(String text) {
        String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException(text);
        }
        Instant created = Instant.ofEpochMilli(Long.parseLong(parts[0]));
        return new HistoryCursor(new UploadKey(created, UUID.fromString(parts[1])));
    }

    String text() {
        String plain = last.createdAt().toEpochMilli() + "/" + last.uploadId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
