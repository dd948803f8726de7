package io.cliprelay.gateway.media;

import java.util.Optional;

/** What a file is to be used as. */
public enum MediaKind {
    VIDEO("media", "a video") {
        @Override
        Optional<String> contentType(byte[] head) {
            return VideoContainers.contentType(head);
        }
    },
    THUMBNAIL("thumbnail", "a JPEG or PNG image") {
        @Override
        Optional<String> contentType(byte[] head) {
            return Images.contentType(head);
        }
    };

    private final String prefix;
    private final String description;

    MediaKind(String prefix, String description) {
        this.prefix = prefix;
        this.description = description;
    }

    /** The media type that a file's first bytes show; empty where it is not of this kind. */
    abstract Optional<String> contentType(byte[] head);

    Finding.Unusable unusable(String code, String detail, String fix) {
        return new Finding.Unusable(prefix + "." + code, detail, fix);
    }

    String description() {
        return description;
    }
}
