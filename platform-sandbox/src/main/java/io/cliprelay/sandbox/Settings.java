package io.cliprelay.sandbox;

import java.time.Duration;

/**
 * How the emulated platform behaves right now; replaced as a whole, so that a request sees one consistent set.
 *
 * @param uploadBytesPerSecond how fast each upload request is read; 0 is unlimited
 * @param processingTime from the last byte until the video is processed
 * @param uploadsPlaylistLag from the last byte until the video is listed among the channel's uploads
 * @param uploadsPerDay the project's bucket of {@code videos.insert}; the real one starts at 100
 * @param unitsPerDay the project's quota units for everything else; the real one starts at 10,000
 * @param channelUploadsPerDay what one channel may upload in any 24 hours
 * @param forcePrivate store every video as private, whatever was asked
 * @param strictMultiples refuse a chunk that is no multiple of 256 KiB (the real server only recommends it)
 * @param accessTokenLifetime of tokens issued from now on
 * @param sessionLifetime of upload sessions opened from now on
 * @param expiredSessionStatus what a forgotten or expired session answers: 404 or 410
 * @param publishAtDistance how far ahead {@code publishAt} must lie
 */
public record Settings(
        long uploadBytesPerSecond,
        Duration processingTime,
        Duration uploadsPlaylistLag,
        long uploadsPerDay,
        long unitsPerDay,
        long channelUploadsPerDay,
        boolean forcePrivate,
        boolean strictMultiples,
        Duration accessTokenLifetime,
        Duration sessionLifetime,
        int expiredSessionStatus,
        Duration publishAtDistance) {

    static Settings from(SandboxConfig.YouTubeConfig config) {
        return new Settings(
                config.uploadBytesPerSecond(),
                config.processingTime(),
                config.uploadsPlaylistLag(),
                config.uploadsPerDay(),
                config.unitsPerDay(),
                config.channelUploadsPerDay(),
                config.forcePrivate(),
                config.strictMultiples(),
                config.accessTokenLifetime(),
                config.sessionLifetime(),
                config.expiredSessionStatus(),
                config.publishAtDistance());
    }
}
