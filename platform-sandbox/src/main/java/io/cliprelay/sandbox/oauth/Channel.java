package io.cliprelay.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * An account that can be posted to.
 *
 * @param name the short name that the sandbox's own API uses
 * @param id the platform's id, derived from the name, so that it survives a restart
 */
public record Channel(String name, String title, String id) {

    public static Channel named(String name, String title) {
        return new Channel(name, title, "UC" + derivedFrom(name));
    }

    /** The id of the playlist that holds all uploads of the channel. */
    public String uploadsPlaylist() {
        return "UU" + id.substring(2);
    }

    private static String derivedFrom(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
