package io.cliprelay.sandbox.instagram;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.cliprelay.sandbox.gallery.Post;
import io.cliprelay.sandbox.gallery.Reception;

/** A published media as the API shows it. */
final class MediaView {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

    private MediaView() {}

    static ObjectNode of(Post post, Set<String> fields, Reception reception) {
        ObjectNode view = JsonNodeFactory.instance.objectNode().put("id", post.id());
        Map.of(
                        "permalink",
                        post.permalink(),
                        "shortcode",
                        "D" + Long.toString(Long.parseLong(post.id()), 36),
                        "caption",
                        post.title(),
                        "media_type",
                        "VIDEO",
                        "media_product_type",
                        "REELS",
                        "timestamp",
                        time(post.createdAt()))
                .forEach((name, value) -> {
                    if (fields.contains(name)) {
                        view.put(name, value);
                    }
                });
        Map.of("like_count", reception.likes(), "comments_count", reception.comments())
                .forEach((name, value) -> {
                    if (fields.contains(name)) {
                        view.put(name, value);
                    }
                });
        return view;
    }

    /** To the second, as the API has it. */
    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
