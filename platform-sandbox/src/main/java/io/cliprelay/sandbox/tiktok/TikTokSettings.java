package io.cliprelay.sandbox.tiktok;

import java.time.Duration;

/**
 * How the emulated TikTok behaves right now.
 *
 * @param audited whether the app has passed TikTok's audit
 * @param uploadBytesPerSecond how fast each upload request is read; 0 is unlimited
 * @param processingTime from the last byte until the publication is complete
 * @param moderationDelay from then until a public post shows its id
 * @param initsPerMinute for one access token, direct and inbox each
 * @param creatorInfosPerMinute for one access token
 * @param statusesPerMinute for one access token
 * @param displayCallsPerMinute for one access token and each of the display calls
 * @param postsPerDay of one creator within 24 hours
 * @param pendingShares drafts of one creator that wait to be posted, within 24 hours
 * @param activeUsers creators that an unaudited app may post for within 24 hours
 * @param accessTokenLifetime of tokens issued from now on
 * @param refreshTokenLifetime of tokens issued from now on
 * @param uploadUrlLifetime of publications begun from now on
 * @param invalidGrantStatus with which a dead refresh token is answered: 400, or 200 as sandbox apps were seen to
 * @param keepBrokenChunks whether what came of a chunk before its connection broke is kept
 * @param lastByteInRange whether a 206 names the index of the last byte, instead of the count of bytes
 * @param refuseAuthorizationOnUpload whether an upload URL refuses a request that carries an access token
 */
public record TikTokSettings(
        boolean audited,
        long uploadBytesPerSecond,
        Duration processingTime,
        Duration moderationDelay,
        long initsPerMinute,
        long creatorInfosPerMinute,
        long statusesPerMinute,
        long displayCallsPerMinute,
        long postsPerDay,
        long pendingShares,
        long activeUsers,
        Duration accessTokenLifetime,
        Duration refreshTokenLifetime,
        Duration uploadUrlLifetime,
        int invalidGrantStatus,
        boolean keepBrokenChunks,
        boolean lastByteInRange,
        boolean refuseAuthorizationOnUpload) {

    /** As TikTok is, with an audited app and no delays. */
    public static TikTokSettings asDocumented() {
        return new TikTokSettings(
                true,
                0,
                Duration.ZERO,
                Duration.ZERO,
                6,
                20,
                30,
                600,
                15,
                5,
                5,
                Duration.ofHours(2),
                Duration.ofDays(180),
                Duration.ofHours(1),
                400,
                false,
                false,
                true);
    }
}
