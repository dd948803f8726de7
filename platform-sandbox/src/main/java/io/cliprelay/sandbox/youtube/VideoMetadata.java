package io.cliprelay.sandbox.youtube;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a client said about its video, after the rules were applied.
 *
 * @param resource the parts that were written, as they were written, defaults filled in
 */
record VideoMetadata(String title, String description, List<String> tags, String privacy, ObjectNode resource) {

    VideoMetadata {
        tags = List.copyOf(tags);
    }
}
