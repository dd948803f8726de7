package io.cliprelay.tiktok;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.cliprelay.contracts.upload.UploadFailure;
import io.cliprelay.tiktok.wire.VideoList;
import io.cliprelay.tiktok.wire.VideoPage;
import io.cliprelay.tiktok.wire.VideoQuery;
import io.cliprelay.worker.spi.Finding;
import io.cliprelay.worker.spi.Inspection;
import io.cliprelay.worker.spi.UploadException;
import io.cliprelay.worker.spi.UploadRequest;

/**
 * The creator's public videos (developers.tiktok.com/doc/tiktok-api-v2-video-list). Others are invisible here, so that
 * absence proves nothing.
 */
@ApplicationScoped
class PublicVideos {

    /** As many as a page may have. */
    private static final int LATEST = 20;

    private static final String FIELDS = "id,title,create_time,share_url";

    /** What it takes to list them (developers.tiktok.com/doc/tiktok-api-v2-video-list). */
    private static final String SCOPE = "video.list";

    private static final Set<String> NOT_GRANTED = Set.of("scope_not_authorized", "scope_permission_missed");

    private final TikTokApi api;
    private final InstantSource clock;

    PublicVideos(@RestClient TikTokApi api, InstantSource clock) {
        this.api = api;
        this.clock = clock;
    }

    /** Whether an id is a video's, and not a publication's. */
    static boolean isVideo(String postId) {
        return !postId.isEmpty() && postId.chars().allMatch(Character::isDigit);
    }

    /** The one video with this caption since then. */
    Uni<Finding> find(UploadRequest request, String caption, Instant since) {
        return Calls.answeredSoon(api.latest(request.token().bearer(), FIELDS, new VideoPage(LATEST)))
                .map(answer -> Reply.of(answer).as(VideoList.class, clock.instant()))
                .map(list -> finding(list, caption, since))
                .onFailure(PublicVideos::mayNotList)
                .recoverWithItem(() -> unknowable("TikTok does not know the publication any more, and the account was "
                        + "connected without the scope %s that lists its videos".formatted(SCOPE)));
    }

    /** Whether nobody granted to list the videos, which asking again does not change. */
    static boolean mayNotList(Throwable failure) {
        return failure instanceof UploadException refused
                && NOT_GRANTED.contains(refused.failure().reason().code());
    }

    static Finding finding(VideoList list, String caption, Instant since) {
        List<VideoList.Video> fitting = list.videos().stream()
                .filter(video -> caption.equals(video.title()) && video.createTime() >= since.getEpochSecond())
                .toList();
        return fitting.size() == 1
                ? new Finding.Alike(fitting.getFirst().id())
                : unknowable("TikTok does not know the publication any more, and lists only public videos");
    }

    private static Finding unknowable(String why) {
        return new Finding.Unknowable(new UploadFailure.Reason(
                "tiktok.unconfirmed",
                why,
                "Look at the account in the TikTok app, then say whether the clip is there."));
    }

    /** What became of a video. */
    Uni<Inspection> inspect(UploadRequest request, String videoId) {
        return Calls.answeredSoon(api.videos(request.token().bearer(), FIELDS, VideoQuery.of(videoId)))
                .map(answer -> Reply.of(answer).as(VideoList.class, clock.instant()))
                .map(list -> inspection(list, videoId));
    }

    private static Inspection inspection(VideoList list, String videoId) {
        return list.videos().stream()
                .filter(video -> videoId.equals(video.id()))
                .findFirst()
                .flatMap(video -> Optional.ofNullable(video.shareUrl()))
                .<Inspection>map(url -> new Inspection.Live(videoId, URI.create(url.replaceAll("\\?.*", ""))))
                .orElseGet(Inspection.Missing::new);
    }
}
