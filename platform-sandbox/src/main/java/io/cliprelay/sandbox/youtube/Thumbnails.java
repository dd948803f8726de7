package io.cliprelay.sandbox.youtube;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.gallery.Post;

/** The addresses of a video's thumbnails, in the platform's sizes. */
final class Thumbnails {

    private Thumbnails() {}

    static ObjectNode of(Post post) {
        ObjectNode sizes = JsonNodeFactory.instance.objectNode();
        sizes.set("default", size(post, "default", 120, 90));
        sizes.set("medium", size(post, "mqdefault", 320, 180));
        sizes.set("high", size(post, "hqdefault", 480, 360));
        return sizes;
    }

    private static ObjectNode size(Post post, String file, int width, int height) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("url", "https://i.ytimg.com/vi/" + post.id() + "/" + file + ".jpg")
                .put("width", width)
                .put("height", height);
    }
}
