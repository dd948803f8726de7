package io.cliprelay.instagram;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import io.cliprelay.instagram.wire.Media;
import io.cliprelay.instagram.wire.MediaPage;
import io.cliprelay.worker.spi.ComposedText;
import io.cliprelay.worker.spi.UploadRequest;

/** Looks among the account's newest media for the one that an upload would have made. */
@ApplicationScoped
class OwnReels {

    private static final String FIELDS = "id,caption,timestamp,permalink,media_product_type";

    private static final int PAGE = 100;

    /** Ten times what Instagram lets an account publish in a day, and nobody looks further back. */
    private static final int MOST_PAGES = 10;

    /** By how much our clock may be ahead of theirs. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final Graph graph;
    private final InstagramConfig config;

    OwnReels(Graph graph, InstagramConfig config) {
        this.graph = graph;
        this.config = config;
    }

    /**
     * What an upload's Reel may be: Reels of its caption that are not older than it.
     *
     * @param whole whether all media that are new enough were looked through
     */
    record Look(List<Media> alike, boolean whole) {

        static Look through(List<MediaPage> pages, String caption, Instant since) {
            return new Look(
                    pages.stream()
                            .flatMap(page -> page.data().stream())
                            .filter(media -> isLike(media, caption, since))
                            .toList(),
                    pages.getLast().last());
        }

        /** Proved only where there is no other. */
        Optional<Media> only() {
            return whole && alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
        }

        /** Whether it is proved that there is none. */
        boolean none() {
            return whole && alike.isEmpty();
        }
    }

    Uni<Look> like(UploadRequest request, Instant notBefore) {
        String caption = caption(request);
        Instant since = notBefore.minus(SKEW);
        return pages(request, since).map(pages -> Look.through(pages, caption, since));
    }

    private Uni<List<MediaPage>> pages(UploadRequest request, Instant since) {
        return Multi.createBy()
                .repeating()
                .uni(() -> new AtomicReference<>(Optional.<String>empty()), cursor -> graph.media(
                                request, FIELDS, since.getEpochSecond(), PAGE, cursor.get())
                        .invoke(page -> cursor.set(page.after())))
                .whilst(page -> page.after().isPresent())
                .select()
                .first(MOST_PAGES)
                .collect()
                .asList();
    }

    private String caption(UploadRequest request) {
        return ComposedText.of(InstagramDescriptor.of(config), request.content())
                .field(InstagramDescriptor.CAPTION);
    }

    static boolean isLike(Media media, String caption, Instant since) {
        return "REELS".equals(media.productType())
                && caption.equals(media.caption() == null ? "" : media.caption())
                && MediaTime.of(media.timestamp())
                        .filter(at -> !at.isBefore(since.minusSeconds(1)))
                        .isPresent();
    }
}
