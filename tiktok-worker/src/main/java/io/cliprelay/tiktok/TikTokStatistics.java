package io.cliprelay.tiktok;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.cliprelay.tiktok.wire.VideoCounts;
import io.cliprelay.tiktok.wire.VideoQuery;
import io.cliprelay.worker.spi.Statistics;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/**
 * What TikTok counts of a video (developers.tiktok.com/doc/tiktok-api-v2-video-query). It does so of public ones only: a
 * post that was not public when it was published, as all of an app that was not audited, has no video's id, and nothing
 * is told of it; one that is not listed any more was taken away or made private.
 */
@ApplicationScoped
class TikTokStatistics {

    private static final String FIELDS = "id,view_count,like_count,comment_count,share_count";

    /** The creator did not grant {@code video.list}, or the app does not have it. */
    private static final Set<String> NOT_GRANTED = Set.of("scope_not_authorized", "scope_permission_missed");

    private final TikTokApi api;
    private final InstantSource clock;

    TikTokStatistics(@RestClient TikTokApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    Uni<Statistics> of(UploadRequest request, String postId) {
        return PublicVideos.isVideo(postId)
                ? ask(request, postId)
                : Uni.createFrom().item(new Statistics.Untold());
    }

    private Uni<Statistics> ask(UploadRequest request, String videoId) {
        return Calls.answeredSoon(api.videos(request.token().bearer(), FIELDS, VideoQuery.of(videoId)))
                .map(answer -> Reply.of(answer).as(VideoCounts.class, clock.instant()))
                .map(videos -> statistics(videos, videoId))
                .onFailure(TikTokStatistics::isNotGranted)
                .recoverWithItem(new Statistics.Untold());
    }

    static Statistics statistics(VideoCounts counted, String videoId) {
        return counted.videos().stream()
                .filter(video -> videoId.equals(video.id()))
                .findFirst()
                .<Statistics>map(TikTokStatistics::counts)
                .orElseGet(Statistics.Missing::new);
    }

    private static Statistics.Counts counts(VideoCounts.Video video) {
        return new Statistics.Counts(
                Optional.ofNullable(video.views()),
                Optional.ofNullable(video.likes()),
                Optional.ofNullable(video.comments()),
                Optional.ofNullable(video.shares()));
    }

    private static boolean isNotGranted(Throwable failure) {
        return failure instanceof UploadException told
                && NOT_GRANTED.contains(told.failure().reason().code());
    }
}
