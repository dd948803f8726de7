package io.cliprelay.gateway.access;

/** What keeps a caller in test mode from a real platform. */
public enum TestGuard {
    /** It may not change anything here. */
    LIVE_ONLY,
    /** The endpoint looks itself. */
    WITHIN,
    /** The clip in the path ({@code id}) must go to the sandbox only. */
    SANDBOX_CLIP,
    /** The upload in the path ({@code id}) must go to the sandbox. */
    SANDBOX_UPLOAD
}
