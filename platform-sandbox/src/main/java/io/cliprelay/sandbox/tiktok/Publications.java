package io.cliprelay.sandbox.tiktok;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.media.MediaStore;

/** The publications that were begun, in their order; safe for all threads. A restart forgets them. */
@Singleton
class Publications {

    private static final int MOST = 20_000;

    private final Map<String, Publication> byId = new LinkedHashMap<>();
    private final MediaStore media;

    Publications(MediaStore media) {
        this.media = media;
    }

    synchronized Publication begin(Publication.Start start) {
        var publication = new Publication(start, media.begin());
        byId.put(start.publishId(), publication);
        if (byId.size() > MOST) {
            byId.remove(byId.keySet().iterator().next());
        }
        return publication;
    }

    synchronized Optional<Publication> find(String publishId) {
        return Optional.ofNullable(byId.get(publishId));
    }

    /** The one that an upload URL belongs to. */
    synchronized Optional<Publication> ofUpload(String uploadId, String uploadToken) {
        return byId.values().stream()
                .filter(publication -> publication.start().uploadId().equals(uploadId)
                        && publication.start().uploadToken().equals(uploadToken))
                .findFirst();
    }

    /** A copy, oldest first. */
    synchronized List<Publication> all() {
        return new ArrayList<>(byId.values());
    }

    synchronized void forget() {
        byId.clear();
    }
}
