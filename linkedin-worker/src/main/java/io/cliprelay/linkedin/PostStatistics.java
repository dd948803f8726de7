package io.cliprelay.linkedin;

import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.linkedin.wire.Analytics;
import io.cliprelay.worker.spi.Statistics;
import io.cliprelay.worker.spi.UploadRequest;

/**
 * What LinkedIn counts of a post. Of an organisation's, its administrators may read statistics and views
 * (learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/share-statistics and
 * shares/video-analytics-api); of a member's, only an app with a vetted scope (members/post-statistics), and that it is
 * gone nobody can read. What may not be read stays empty, and nothing is told where that is all.
 */
@ApplicationScoped
class PostStatistics {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final Rest rest;

    PostStatistics(Rest rest) {
        this.rest = rest;
    }

    /** Of a post whose URN LinkedIn left out, nothing is told. */
    Uni<Statistics> of(UploadRequest request, String postId) {
        return Uni.createFrom().deferred(() -> {
            String author = Urns.author(request);
            if (!Urns.isPost(postId)) {
                return untold();
            }
            return rest.requireRoomForReading(request)
                    .chain(() -> Urns.isOrganization(author)
                            ? ofOrganization(request, author, postId)
                            : ofMember(request, postId));
        });
    }

    private Uni<Statistics> ofOrganization(UploadRequest request, String author, String post) {
        return rest.post(request, post)
                .chain(reply -> reply.status() == NOT_FOUND
                        ? Uni.createFrom().item(new Statistics.Missing())
                        : counts(request, author, post));
    }

    private Uni<Statistics> counts(UploadRequest request, String author, String post) {
        return rest.shareStatistics(request, author, post)
                .map(reply -> told(reply))
                .chain(shares ->
                        rest.videoViews(request, post).map(reply -> told(reply)).map(views -> counts(shares, views)));
    }

    /** A post that LinkedIn has no statistics of has not been liked yet, nor commented on, nor shared. */
    private static Statistics counts(Optional<Analytics> shares, Optional<Analytics> views) {
        return shares.isEmpty() && views.isEmpty()
                ? new Statistics.Untold()
                : new Statistics.Counts(
                        views.flatMap(told -> told.first(Analytics.Element::value)),
                        shares.flatMap(told -> total(told, Analytics.Totals::likeCount)),
                        shares.flatMap(told -> total(told, Analytics.Totals::commentCount)),
                        shares.flatMap(told -> total(told, Analytics.Totals::shareCount)));
    }

    private static Optional<Long> total(Analytics told, Function<Analytics.Totals, Long> number) {
        return told.elements().isEmpty()
                ? Optional.of(0L)
                : told.first(element -> Optional.ofNullable(element.totalShareStatistics())
                        .map(number)
                        .orElse(null));
    }

    /** The first metric tells whether any may be read; each costs a call of the day's. */
    private Uni<Statistics> ofMember(UploadRequest request, String post) {
        return rest.postMetric(request, "REACTION", post)
                .map(reply -> told(reply))
                .chain(likes -> likes.isEmpty() ? untold() : othersOfMember(request, post, likes.get()));
    }

    private Uni<Statistics> othersOfMember(UploadRequest request, String post, Analytics likes) {
        return rest.postMetric(request, "COMMENT", post)
                .map(reply -> count(reply))
                .chain(comments -> rest.postMetric(request, "RESHARE", post)
                        .map(reply -> count(reply))
                        .chain(shares -> rest.videoPlays(request, post)
                                .map(reply -> count(reply))
                                .map(views -> new Statistics.Counts(
                                        views, likes.first(Analytics.Element::count), comments, shares))));
    }

    private Optional<Long> count(Reply reply) {
        return told(reply).flatMap(told -> told.first(Analytics.Element::count));
    }

    /** Empty where the account may not read it. */
    private Optional<Analytics> told(Reply reply) {
        return reply.status() == FORBIDDEN ? Optional.empty() : Optional.of(rest.value(reply, Analytics.class));
    }

    private static Uni<Statistics> untold() {
        return Uni.createFrom().item(new Statistics.Untold());
    }
}
