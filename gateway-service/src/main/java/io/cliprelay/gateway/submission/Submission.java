package io.cliprelay.gateway.submission;

import java.util.Objects;

import io.cliprelay.contracts.clip.ClipSubmission;

/**
 * A clip as it came in.
 *
 * @param tenant whose it will be
 * @param origin keeps the keys of different producers apart: {@link #HTTP}, or the source of an event
 * @param key names it within tenant and origin: one key, one clip
 */
public record Submission(String tenant, String origin, String key, ClipSubmission clip) {

    /** The origin of what comes by HTTP. */
    public static final String HTTP = "http";

    public Submission {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(clip, "clip");
    }

    /** What tells two bodies apart under one key. */
    String hash() {
        return CanonicalJson.sha256(clip);
    }
}
