package io.cliprelay.sandbox.tiktok;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * An account that can be posted to.
 *
 * @param name the short name that the sandbox's own API uses
 * @param username as in a permalink, without the at sign
 * @param privateAccount whether only followers see its posts
 * @param maxDurationSeconds the longest video that it may post
 * @param banned whether it may not post at all
 */
public record Creator(
        String name,
        String username,
        String nickname,
        boolean privateAccount,
        boolean commentDisabled,
        boolean duetDisabled,
        boolean stitchDisabled,
        int maxDurationSeconds,
        boolean banned) {

    static final String PUBLIC = "PUBLIC_TO_EVERYONE";
    static final String SELF = "SELF_ONLY";

    /** The id for this app, derived from the name, so that it survives a restart. */
    String openId() {
        return UUID.nameUUIDFromBytes(("tiktok/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** What {@code privacy_level} may say; it follows the account, not the app's audit. */
    List<String> privacyOptions() {
        return List.of(privateAccount ? "FOLLOWER_OF_CREATOR" : PUBLIC, "MUTUAL_FOLLOW_FRIENDS", SELF);
    }
}
