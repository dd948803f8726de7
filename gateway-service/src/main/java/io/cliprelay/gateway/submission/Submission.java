package io.cliprelay.gateway.submission;

import java.util.Objects;
import java.util.Optional;

import io.cliprelay.contracts.clip.ClipSubmission;
import io.cliprelay.kit.telemetry.TraceContext;

/**
 * A clip as it came in.
 *
 * @param tenant whose it will be
 * @param origin keeps the keys of different producers apart: {@link #HTTP}, or the source of an event
 * @param key names it within tenant and origin: one key, one clip
 * @param sandboxOnly whether it may go to the sandbox's accounts only
 * @param trace the {@code traceparent} of what brought it, where it is not stored in that trace; empty otherwise
 */
public record Submission(
        String tenant, String origin, String key, ClipSubmission clip, boolean sandboxOnly, Optional<String> trace) {

    /** The origin of what comes by HTTP. */
    public static final String HTTP = "http";

    /** The same in test mode: a test must not answer for what is meant to go live. */
    private static final String HTTP_TEST = "http-test";

    public Submission {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(clip, "clip");
    }

    /** One that may go anywhere. */
    public Submission(String tenant, String origin, String key, ClipSubmission clip) {
        this(tenant, origin, key, clip, false, Optional.empty());
    }

    /** One that came by HTTP, in the current trace. */
    static Submission byHttp(String tenant, boolean testing, String key, ClipSubmission clip) {
        return new Submission(tenant, testing ? HTTP_TEST : HTTP, key, clip, testing, TraceContext.current());
    }

    /** What tells two bodies apart under one key. */
    String hash() {
        return CanonicalJson.sha256(clip);
    }
}
