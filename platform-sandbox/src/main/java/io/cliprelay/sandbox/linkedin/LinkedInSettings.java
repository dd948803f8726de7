package io.cliprelay.sandbox.linkedin;

import java.time.Duration;
import java.util.Set;

/**
 * How the emulated LinkedIn behaves right now.
 *
 * @param versions that are active, as {@code YYYYMM}
 * @param partBytes the size of all parts but the last
 * @param uploadBytesPerSecond how fast each part is read; 0 is unlimited
 * @param uploadUrlLifetime of uploads begun from now on
 * @param processingTime from finalising until the video is processed
 * @param pollsUntilAvailable how often it has to be asked for before it is
 * @param membersMayReadVideos whether a member's token may ask for a video; sources disagree
 * @param refuseRepeatedFinalize whether a second finalising is answered with 400; not documented
 * @param duplicateWindow how long the repeat of a post is noticed
 * @param duplicatesByText whether the video does not count for it; not documented
 * @param ghostDuplicates every new post is refused as the repeat of one that is nowhere, a different one each time
 * @param omitPostId a post is made and its id left out of the answer
 * @param timeoutAfterPost a post is made and answered with 504
 * @param listLag until a post is listed among its author's
 * @param memberCallsPerDay of {@code /rest}, for one member
 * @param appCallsPerDay of {@code /rest}, for all members
 * @param accessTokenLifetime of tokens issued from now on
 * @param refreshTokenLifetime from the consent on; refreshing does not prolong it
 * @param freshTokenDelay how long a new access token is taken for a revoked one
 * @param commaSeparatedScopes how scopes are listed in a token's answer; not documented
 */
public record LinkedInSettings(
        Set<String> versions,
        long partBytes,
        long uploadBytesPerSecond,
        Duration uploadUrlLifetime,
        Duration processingTime,
        int pollsUntilAvailable,
        boolean membersMayReadVideos,
        boolean refuseRepeatedFinalize,
        Duration duplicateWindow,
        boolean duplicatesByText,
        boolean ghostDuplicates,
        boolean omitPostId,
        boolean timeoutAfterPost,
        Duration listLag,
        long memberCallsPerDay,
        long appCallsPerDay,
        Duration accessTokenLifetime,
        Duration refreshTokenLifetime,
        Duration freshTokenDelay,
        boolean commaSeparatedScopes) {

    public LinkedInSettings {
        versions = Set.copyOf(versions);
    }

    /** As LinkedIn is, without delays. */
    public static LinkedInSettings asDocumented() {
        return new LinkedInSettings(
                Set.of("202601", "202604", "202609"),
                4_194_304,
                0,
                Duration.ofDays(30),
                Duration.ZERO,
                0,
                true,
                false,
                Duration.ofMinutes(10),
                false,
                false,
                false,
                false,
                Duration.ZERO,
                150,
                100_000,
                Duration.ofDays(60),
                Duration.ofDays(365),
                Duration.ZERO,
                true);
    }
}
