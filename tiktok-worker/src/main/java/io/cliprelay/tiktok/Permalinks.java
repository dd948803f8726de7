package io.cliprelay.tiktok;

import java.net.URI;
import java.util.Optional;

/**
 * Addresses of a creator's posts.
 *
 * @param base what the creator's name follows
 * @param username empty where TikTok would not say
 */
record Permalinks(String base, Optional<String> username) {

    /** The post's address, or the creator's where only they can see it. */
    URI to(Optional<String> postId) {
        String creator = username.map(name -> base + name).orElse(root());
        return URI.create(
                username.isPresent()
                        ? creator + postId.map(id -> "/video/" + id).orElse("")
                        : creator);
    }

    /** Without the sign before a name. */
    private String root() {
        return base.endsWith("@") ? base.substring(0, base.length() - 1) : base;
    }
}
