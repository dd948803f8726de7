package io.cliprelay.instagram;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.instagram.wire.Insights;
import io.cliprelay.instagram.wire.MediaCounts;
import io.cliprelay.worker.spi.Statistics;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/**
 * What Instagram counts of a Reel (developers.facebook.com/docs/instagram-platform/reference/instagram-media/insights);
 * it may be two days behind. Where the account did not grant insights, or a metric is refused, which refuses the whole
 * call, likes and comments are read as the media's fields, and nothing is told of views and shares.
 */
@ApplicationScoped
class ReelStatistics {

    private static final String METRICS = "views,likes,comments,shares";
    private static final String FIELDS = "id,like_count,comments_count";

    /** No such object, or none that this account may see; of its own Reel it means that it is gone. */
    private static final String NO_SUCH_OBJECT = "100/33";

    private final Graph graph;

    ReelStatistics(Graph graph) {
        this.graph = graph;
    }

    /** Of a Reel whose id is not known, nothing is told. */
    Uni<Statistics> of(UploadRequest request, String postId) {
        return UnnamedPost.of(postId).isPresent()
                ? Uni.createFrom().item(new Statistics.Untold())
                : graph.insights(request, postId, METRICS, Insights.class)
                        .map(ReelStatistics::counts)
                        .onFailure(ReelStatistics::insightsAreRefused)
                        .recoverWithUni(() -> fields(request, postId));
    }

    private Uni<Statistics> fields(UploadRequest request, String postId) {
        return graph.read(request, postId, FIELDS, MediaCounts.class)
                .map(ReelStatistics::counts)
                .onFailure(ReelStatistics::isGone)
                .recoverWithItem(new Statistics.Missing());
    }

    private static Statistics counts(Insights insights) {
        return new Statistics.Counts(
                insights.count("views"), insights.count("likes"), insights.count("comments"), insights.count("shares"));
    }

    private static Statistics counts(MediaCounts media) {
        return new Statistics.Counts(
                Optional.empty(),
                Optional.ofNullable(media.likes()),
                Optional.ofNullable(media.comments()),
                Optional.empty());
    }

    private static boolean insightsAreRefused(Throwable failure) {
        return failure instanceof UploadException told
                && !told.tokenRefused()
                && !told.effectPossible()
                && (isGone(told)
                        || switch (told.failure()) {
                            case UploadFailure.Auth auth -> true;
                            case UploadFailure.InvalidInput invalid -> true;
                            case UploadFailure.Unknown unknown -> true;
                            case UploadFailure.Transient passing -> false;
                            case UploadFailure.RateLimited limited -> false;
                            case UploadFailure.QuotaExhausted exhausted -> false;
                            case UploadFailure.ContentRejected rejected -> false;
                        });
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof UploadException told
                && told.failure().reason().code().equals(NO_SUCH_OBJECT);
    }
}
