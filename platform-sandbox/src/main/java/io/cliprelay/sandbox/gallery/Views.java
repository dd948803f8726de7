package io.cliprelay.sandbox.gallery;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.cliprelay.sandbox.media.MediaStore;

/** The posts as they stand at this moment, also those that were removed. */
@Singleton
class Views {

    private final Ledger ledger;
    private final MediaStore media;
    private final Clock clock;

    Views(Ledger ledger, MediaStore media, Clock clock) {
        this.ledger = ledger;
        this.media = media;
        this.clock = clock;
    }

    /** Oldest first. */
    List<PostView> all() {
        return ledger.allEver().stream().map(this::of).toList();
    }

    Optional<PostView> find(String id) {
        return ledger.findEver(id).map(this::of);
    }

    /** Empty also for one that was removed. */
    Optional<PostView> findShown(String id) {
        return ledger.find(id).map(this::of);
    }

    PostView of(Post post) {
        return PostView.of(post, clock.instant(), media.find(post.sha256()).isPresent());
    }
}
