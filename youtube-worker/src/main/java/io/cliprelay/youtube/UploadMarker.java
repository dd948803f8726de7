package io.cliprelay.youtube;

import java.util.UUID;

import io.cliprelay.youtube.wire.VideoResource;

/**
 * How a video is known again as an upload's, when the session that made it is gone: a tag. File names are not readable
 * for everyone, and a line in the description would be seen by all; few people ever see tags.
 */
record UploadMarker(String tag) {

    private static final String PREFIX = "cr-";
    private static final int DIGITS = 16;

    /** The length of every marker, in characters. */
    static final int LENGTH = PREFIX.length() + DIGITS;

    static UploadMarker of(UUID uploadId) {
        return new UploadMarker(PREFIX + uploadId.toString().replace("-", "").substring(0, DIGITS));
    }

    boolean isOn(VideoResource video) {
        return video.snippet() != null
                && video.snippet().tags() != null
                && video.snippet().tags().contains(tag);
    }
}
