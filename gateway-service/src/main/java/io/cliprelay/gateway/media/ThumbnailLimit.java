package io.cliprelay.gateway.media;

/**
 * How large a thumbnail may be.
 *
 * @param bytes at most
 */
record ThumbnailLimit(long bytes) {

    Finding check(Finding found) {
        return switch (found) {
            case Finding.Unusable unusable -> unusable;
            case Finding.Usable usable -> usable.media().sizeBytes().orElse(0L) > bytes ? tooLarge(usable) : usable;
        };
    }

    private Finding tooLarge(Finding.Usable usable) {
        return MediaKind.THUMBNAIL.unusable(
                "too-large",
                "%s has %d bytes; a thumbnail may have %d."
                        .formatted(
                                usable.media().uri(), usable.media().sizeBytes().orElse(0L), bytes),
                "Send a smaller image.");
    }
}
